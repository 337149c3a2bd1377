package dev.tandem.policy.pack;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** What a call answered. */
final class Recorded<T> implements StreamObserver<T> {

    private final CompletableFuture<T> answer = new CompletableFuture<>();

    @Override
    public void onNext(T value) {
        answer.complete(value);
    }

    @Override
    public void onError(Throwable error) {
        answer.completeExceptionally(error);
    }

    @Override
    public void onCompleted() {
        answer.completeExceptionally(new IllegalStateException("completed without a value"));
    }

    /** What the call failed with. */
    Throwable error() throws Exception {
        try {
            return new AssertionError("expected an error, got " + answer.get(ServedPack.LIMIT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
