package dev.tandem.policy.pack;

/** Where a call leaves what came of it, once; thread-safe, for it may come from another thread than the call. */
interface Answer<T> {

    void succeed(T value);

    void fail(Throwable cause);
}
