package dev.tandem.service.idempotency;

import dev.tandem.service.store.Condition;
import dev.tandem.service.store.ConflictException;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Idempotency keys in the service's own table. A key is claimed by a conditional write; the answer is stored in the same
 * transaction as the effect, so that there is one effect however often a request comes, and whoever dies in between. A claim
 * is a lease: one that died gives the key free when it ends. Safe for use by several threads.
 */
public final class IdempotencyKeys {

    private static final String LEASE_UNTIL = "leaseUntil";
    private static final String OWNER = "owner";
    private static final String DIGEST = "digest";
    private static final String STATUS = "status";
    private static final String BODY = "body";

    private final Store store;
    private final Clock clock;
    private final Duration lease;
    private final Duration kept;

    /**
     * Keys in a store.
     *
     * @param lease longer than a request may take
     * @param kept  how long an answer is repeated; a day is usual
     */
    public IdempotencyKeys(Store store, Clock clock, Duration lease, Duration kept) {
        this.store = store;
        this.clock = clock;
        this.lease = lease;
        this.kept = kept;
    }

    /** What came of a claim. */
    public sealed interface Claim {

        /** The request is new: do it, and put {@link IdempotencyKeys#answer} into the transaction. */
        record Fresh(Key key, String owner, String digest) implements Claim {}

        /** It was done: answer as then. */
        record Done(int status, String body) implements Claim {}

        /** Another is at it. @param retryAfterSeconds when its lease is over */
        record InProgress(long retryAfterSeconds) implements Claim {}

        /** The key was used for another request. */
        record Reused() implements Claim {}
    }

    /**
     * Claims a key.
     *
     * @param scope   whose key it is, e.g. an operation, so that keys of different callers do not meet
     * @param key     as the caller sent it
     * @param request all that makes the request; the same key with another one is refused
     */
    public Claim claim(String scope, String key, String request) {
        long now = clock.instant().getEpochSecond();
        String digest = digest(request);
        Claim.Fresh mine = new Claim.Fresh(new Key("idempotency#" + scope + "#" + key, "answer"), UUID.randomUUID().toString(), digest);
        Item claim = new Item(mine.key(), java.util.Map.of())
                .with(OWNER, mine.owner()).with(DIGEST, digest)
                .with(LEASE_UNTIL, now + lease.toSeconds())
                .with(Item.EXPIRES_AT, now + kept.toSeconds());
        try {
            store.transact(List.of(new Write.Put(claim, Condition.absentOrBelow(LEASE_UNTIL, now))));
            return mine;
        } catch (ConflictException taken) {
            return store.get(mine.key()).map(item -> judge(item, digest, now)).orElseGet(() -> new Claim.InProgress(1));
        }
    }

    private static Claim judge(Item item, String digest, long now) {
        if (!item.text(DIGEST).equals(digest)) {
            return new Claim.Reused();
        }
        return item.find(BODY).<Claim>map(body -> new Claim.Done((int) item.number(STATUS), body))
                .orElseGet(() -> new Claim.InProgress(Math.max(1, item.number(LEASE_UNTIL) - now)));
    }

    /**
     * The write that stores the answer; it belongs into the transaction that has the effect, and refuses that when the claim
     * was lost meanwhile.
     */
    public Write answer(Claim.Fresh claim, int status, String body) {
        long until = clock.instant().plus(kept).getEpochSecond();
        return new Write.Put(new Item(claim.key(), java.util.Map.of())
                .with(OWNER, claim.owner()).with(DIGEST, claim.digest())
                .with(STATUS, (long) status).with(BODY, body)
                .with(LEASE_UNTIL, until).with(Item.EXPIRES_AT, until),
                Condition.equal(OWNER, claim.owner()));
    }

    /** Gives a claim back without an effect, so that the caller may try again at once. */
    public void release(Claim.Fresh claim) {
        try {
            store.transact(List.of(new Write.Delete(claim.key(), Condition.equal(OWNER, claim.owner()))));
        } catch (ConflictException lost) {
            return; // Its lease was over, and another has it.
        }
    }

    private static String digest(String request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
