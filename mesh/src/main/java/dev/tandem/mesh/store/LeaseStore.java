package dev.tandem.mesh.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One lease per service, so that two operators never change a service at once. A lease that was not given back ends by itself.
 * Whoever's clock is wrong by more than a lease's length could take a living one; the pointer's condition still holds then.
 *
 * <p>Safe for use by several threads.
 */
public final class LeaseStore {

    private static final String TOKEN = "token";
    private static final String HOLDER = "holder";

    private final RouteTableClient client;
    private final Clock clock;

    /** Leases in the same table as the documents. */
    public LeaseStore(DynamoDbClient dynamo, String table, Clock clock) {
        this.client = new RouteTableClient(dynamo, table, true);
        this.clock = clock;
    }

    /**
     * Takes the lease.
     *
     * @param service service name
     * @param holder  who, for the message to others
     * @param length  how long at most
     * @throws RouteConflictException when someone holds it; says who and until when
     */
    public Lease acquire(String service, String holder, Duration length) {
        return write(new Lease(service, UUID.randomUUID().toString(), holder, end(length)));
    }

    /**
     * Extends a lease that one holds.
     *
     * @throws RouteConflictException when it ended and someone else took it
     */
    public Lease renew(Lease lease, Duration length) {
        return write(new Lease(lease.service(), lease.token(), lease.holder(), end(length)));
    }

    /** Gives it back; a lease that is no longer held is left alone. */
    public void release(Lease lease) {
        client.delete(lease.service(), RouteItems.LEASE, "#token = :token",
                Map.of(":token", RouteItems.text(lease.token())), TOKEN);
    }

    private Instant end(Duration length) {
        return Instant.ofEpochSecond(clock.instant().plus(length).getEpochSecond());
    }

    private Lease write(Lease lease) {
        Map<String, AttributeValue> item = new HashMap<>(RouteItems.key(lease.service(), RouteItems.LEASE));
        item.put(TOKEN, RouteItems.text(lease.token()));
        item.put(HOLDER, RouteItems.text(lease.holder()));
        item.put(RouteItems.EXPIRES, RouteItems.number(lease.expires().getEpochSecond()));
        Map<String, AttributeValue> values = Map.of(
                ":now", RouteItems.number(clock.instant().getEpochSecond()), ":token", RouteItems.text(lease.token()));
        if (!client.put(item, "attribute_not_exists(#item) OR #expires < :now OR #token = :token", values,
                RouteItems.ITEM, RouteItems.EXPIRES, TOKEN)) {
            throw taken(lease.service());
        }
        return lease;
    }

    private RouteConflictException taken(String service) {
        return client.get(service, RouteItems.LEASE)
                .map(item -> new RouteConflictException(service + " is being changed by " + item.get(HOLDER).s() + " until "
                        + Instant.ofEpochSecond(Long.parseLong(item.get(RouteItems.EXPIRES).n()))
                        + " at the latest: two changes of one service never run at once. Wait, or ask them; then run it again"))
                .orElseGet(() -> new RouteConflictException(
                        service + " was being changed by someone else this very moment: run the command again"));
    }
}
