package dev.tandem.policy.pack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** An answer that the asking thread waits for. */
final class Waiting<T> implements Answer<T> {

    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private Waiting() {}

    /** Asks on a thread of its own: this one is to come back even when a rule never ends. */
    static <T> T forAnswer(Consumer<Answer<T>> asked) throws InterruptedException {
        Waiting<T> waiting = new Waiting<>();
        RuleRunner.elsewhere(() -> {
            try {
                asked.accept(waiting);
            } catch (Throwable e) {
                waiting.fail(e);
            }
        });
        try {
            return waiting.answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            } else if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void succeed(T value) {
        answer.complete(value);
    }

    @Override
    public void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }
}
