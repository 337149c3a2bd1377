package dev.tandem.service.idempotency;

import dev.tandem.service.http.ProblemException;
import dev.tandem.service.http.Request;
import dev.tandem.service.http.Response;
import dev.tandem.service.store.ConflictException;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Requests with the header {@code Idempotency-Key}: one effect, and the same answer each time. Safe for use by several threads. */
public final class IdempotentRequests {

    /**
     * How long a request that came again waits for the answer to the first. A sidecar gives up on an attempt after 800 ms and
     * makes another, with the same key: the first is nearly done then, and the second must answer within its own 800 ms.
     */
    private static final Duration PATIENCE = Duration.ofMillis(600);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Store store;
    private final IdempotencyKeys keys;
    private final Duration patience;

    /** Over a store and its keys. */
    public IdempotentRequests(Store store, IdempotencyKeys keys) {
        this(store, keys, PATIENCE);
    }

    IdempotentRequests(Store store, IdempotencyKeys keys, Duration patience) {
        this.store = store;
        this.keys = keys;
        this.patience = patience;
    }

    /** What a request does, and what is answered once it is done. */
    public record Effect(List<Write> writes, Response response) {}

    /**
     * Does a request once.
     *
     * @param scope whose key it is, and of which operation
     * @param work  says what to do, from what is there now; writes nothing itself
     * @throws ProblemException 400 without a key, 409 while another is at it for long or when the effect met a conflict, 422 when the key
     *                          was used for another request
     */
    public Response once(String scope, Request request, Supplier<Effect> work) {
        String key = request.header("Idempotency-Key").filter(value -> value.length() <= 128)
                .orElseThrow(() -> new ProblemException(400, "idempotency-key",
                        "The header Idempotency-Key is missing or longer than 128 characters; a UUID will do."));
        IdempotencyKeys.Claim claim = claim(scope, key, request.method() + " " + request.path() + "\n" + request.body());
        if (claim instanceof IdempotencyKeys.Claim.Done done) {
            return Response.json(done.status(), done.body()).with("Idempotency-Replayed", "true");
        }
        if (claim instanceof IdempotencyKeys.Claim.InProgress busy) {
            throw new ProblemException(409, "in-progress", "The same request is being worked on.", busy.retryAfterSeconds());
        }
        if (claim instanceof IdempotencyKeys.Claim.Fresh fresh) {
            return first(fresh, work);
        }
        throw new ProblemException(422, "idempotency-key-reused", "This Idempotency-Key was used for another request.");
    }

    private IdempotencyKeys.Claim claim(String scope, String key, String request) {
        long until = System.nanoTime() + patience.toNanos();
        IdempotencyKeys.Claim claim = keys.claim(scope, key, request);
        try {
            while (claim instanceof IdempotencyKeys.Claim.InProgress && System.nanoTime() - until < 0) {
                Thread.sleep(LOOK.toMillis());
                claim = keys.claim(scope, key, request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return claim;
    }

    private Response first(IdempotencyKeys.Claim.Fresh fresh, Supplier<Effect> work) {
        Effect effect;
        try {
            effect = work.get();
        } catch (RuntimeException e) {
            keys.release(fresh);
            throw e;
        }
        List<Write> writes = new ArrayList<>(effect.writes());
        writes.add(keys.answer(fresh, effect.response().status(), effect.response().body()));
        try {
            store.transact(writes);
        } catch (ConflictException e) {
            keys.release(fresh);
            throw new ProblemException(409, "conflict", "Something else changed the same at the same time; the request may be sent again.", 1);
        }
        return effect.response();
    }
}
