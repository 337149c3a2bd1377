package dev.tandem.policy.pack;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Calls under way, each answered exactly once: by its work, by what the work threw, or by cancellation. An answer
 * always says what went wrong, since the engine shows nothing but the description.
 */
final class RunningCalls {

    private final Set<Call<?>> running = ConcurrentHashMap.newKeySet();
    private final UnaryOperator<String> redaction;
    private final Runnable onOutOfMemory;
    private volatile boolean cancelled;

    /**
     * @param redaction takes secrets out of what is answered
     * @param onOutOfMemory ends the process: after that, nothing that was not judged may pass
     */
    RunningCalls(UnaryOperator<String> redaction, Runnable onOutOfMemory) {
        this.redaction = redaction;
        this.onOutOfMemory = onOutOfMemory;
    }

    /** For work that has its answer when it returns. */
    <T> void run(StreamObserver<T> observer, Supplier<String> about, Callable<T> work) {
        start(observer, about, answer -> answer.succeed(work.call()));
    }

    /** For work that may give its answer later, from another thread. */
    <T> void start(StreamObserver<T> observer, Supplier<String> about, Work<T> work) {
        Call<T> call = new Call<>(observer, about);
        running.add(call);
        if (cancelled) {
            call.answer(cancellation());
            return;
        }
        try {
            work.on(call);
        } catch (Throwable e) {
            call.fail(e);
        }
    }

    /** The work of a call. */
    interface Work<T> {
        void on(Answer<T> answer) throws Exception;
    }

    /** Ends every call under way and every later one. Repeatable. */
    void cancel() {
        cancelled = true;
        running.forEach(call -> call.answer(cancellation()));
    }

    private static Status cancellation() {
        return Status.CANCELLED.withDescription("the policy pack was told to stop");
    }

    /** One call. The first answer counts, later ones are dropped. */
    private final class Call<T> implements Answer<T> {
        private final StreamObserver<T> observer;
        private final Supplier<String> about;
        private final AtomicBoolean given = new AtomicBoolean();

        private Call(StreamObserver<T> observer, Supplier<String> about) {
            this.observer = observer;
            this.about = about;
        }

        @Override
        public void succeed(T value) {
            if (given.compareAndSet(false, true)) {
                running.remove(this);
                observer.onNext(value);
                observer.onCompleted();
            }
        }

        /** Even after an answer, out of memory ends the process. */
        @Override
        public void fail(Throwable e) {
            if (e instanceof OutOfMemoryError) {
                answer(Status.RESOURCE_EXHAUSTED.withDescription(about.get() + ": out of memory"));
                onOutOfMemory.run();
            } else if (e instanceof IllegalArgumentException) {
                answer(Status.INVALID_ARGUMENT.withDescription(about.get() + ": " + redaction.apply("" + e.getMessage())));
            } else {
                answer(Status.INTERNAL.withDescription(about.get() + ": " + redaction.apply(Failures.describe(e))));
            }
        }

        private void answer(Status status) {
            if (given.compareAndSet(false, true)) {
                running.remove(this);
                observer.onError(status.asRuntimeException());
            }
        }
    }
}
