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

    private final Set<Answer<?>> running = ConcurrentHashMap.newKeySet();
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

    <T> void run(StreamObserver<T> observer, Supplier<String> about, Callable<T> work) {
        Answer<T> answer = new Answer<>(observer);
        running.add(answer);
        try {
            if (cancelled) {
                answer.fail(cancellation());
                return;
            }
            answer.succeed(work.call());
        } catch (OutOfMemoryError e) {
            answer.fail(Status.RESOURCE_EXHAUSTED.withDescription(about.get() + ": out of memory"));
            onOutOfMemory.run();
        } catch (IllegalArgumentException e) {
            answer.fail(Status.INVALID_ARGUMENT.withDescription(about.get() + ": " + redaction.apply("" + e.getMessage())));
        } catch (Throwable e) {
            answer.fail(Status.INTERNAL.withDescription(about.get() + ": " + redaction.apply(Failures.describe(e))));
        } finally {
            running.remove(answer);
        }
    }

    /** Ends every call under way and every later one. Repeatable. */
    void cancel() {
        cancelled = true;
        running.forEach(answer -> answer.fail(cancellation()));
    }

    private static Status cancellation() {
        return Status.CANCELLED.withDescription("the policy pack was told to stop");
    }

    private static final class Answer<T> {
        private final StreamObserver<T> observer;
        private final AtomicBoolean given = new AtomicBoolean();

        Answer(StreamObserver<T> observer) {
            this.observer = observer;
        }

        void succeed(T value) {
            if (given.compareAndSet(false, true)) {
                observer.onNext(value);
                observer.onCompleted();
            }
        }

        void fail(Status status) {
            if (given.compareAndSet(false, true)) {
                observer.onError(status.asRuntimeException());
            }
        }
    }
}
