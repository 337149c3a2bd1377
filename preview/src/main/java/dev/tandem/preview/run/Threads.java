package dev.tandem.preview.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Threads of their own: previews wait for child processes, and a pool sized by processors would wait with them. */
final class Threads {

    private Threads() {}

    /** Runs work in a daemon thread. */
    static void daemon(Runnable work) {
        Thread thread = new Thread(work, "preview");
        thread.setDaemon(true);
        thread.start();
    }

    /** The result; a failure is thrown as it was, not wrapped. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
