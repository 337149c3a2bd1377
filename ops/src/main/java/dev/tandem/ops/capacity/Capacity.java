package dev.tandem.ops.capacity;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.mesh.store.Lease;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.ops.DidYouMean;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Takes services down to few tasks and brings them back. What was is kept before anything is changed, and never overwritten
 * by a second run, so that a run that was killed anywhere is finished or undone by the next one.
 */
public final class Capacity {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String SAVED = "capacity";

    private final AwsAccess access;
    private final DynamoDbClient dynamo;
    private final String table;
    private final String cluster;
    private final LeaseStore leases;

    /** @param table the table of routes, whose items hold what was */
    public Capacity(AwsAccess access, DynamoDbClient dynamo, String table, String cluster, LeaseStore leases) {
        this.access = access;
        this.dynamo = dynamo;
        this.table = table;
        this.cluster = cluster;
        this.leases = leases;
    }

    /** @param before as it is, @param after as it would be */
    public record Change(Target before, Target after) {
        /** Whether nothing differs. */
        public boolean idle() {
            return before.equals(after);
        }
    }

    /**
     * What taking down would change.
     *
     * @param services ECS services; empty for all that are scaled
     * @throws OperationRefusedException when one is unknown
     */
    public List<Change> planDown(List<String> services, int tasks) {
        return chosen(services).stream().map(target -> new Change(target, target.down(tasks))).toList();
    }

    /** What bringing back would change: services that were taken down. */
    public List<Change> planUp(List<String> services) {
        List<Change> changes = new ArrayList<>();
        for (Target target : chosen(services)) {
            Map<String, AttributeValue> saved = saved(target.service());
            if (!saved.isEmpty()) {
                changes.add(new Change(target, new Target(target.service(), Integer.parseInt(saved.get("least").n()),
                        Integer.parseInt(saved.get("most").n()), saved.get("suspended").bool())));
            }
        }
        return changes;
    }

    /** Does {@link #planDown}, under a lease. */
    public void down(List<Change> changes, String who) {
        leased(who, () -> changes.stream().filter(change -> !change.idle()).forEach(change -> {
            keep(change.before());
            ScalableTargets.set(access, cluster, change.after());
        }));
    }

    /** Does {@link #planUp}, under a lease. */
    public void up(List<Change> changes, String who) {
        leased(who, () -> changes.forEach(change -> {
            ScalableTargets.set(access, cluster, change.after());
            call("dynamodb:DeleteItem", () -> dynamo.deleteItem(request -> request.tableName(table).key(key(change.after().service()))));
        }));
    }

    private void leased(String who, Runnable work) {
        Lease lease = leases.acquire("region/capacity", who, LEASE);
        try {
            work.run();
        } finally {
            leases.release(lease);
        }
    }

    private List<Target> chosen(List<String> services) {
        List<Target> all = ScalableTargets.of(access, cluster);
        List<String> names = all.stream().map(Target::service).toList();
        for (String service : services) {
            if (!names.contains(service)) {
                throw new OperationRefusedException("service '" + service + "' is not scaled in cluster " + cluster + " of "
                        + access.region() + ", expected one of " + names + DidYouMean.hint(service, names));
            }
        }
        return services.isEmpty() ? all : all.stream().filter(target -> services.contains(target.service())).toList();
    }

    private void keep(Target target) {
        Map<String, AttributeValue> item = new HashMap<>(key(target.service()));
        item.put("least", AttributeValue.fromN(Integer.toString(target.least())));
        item.put("most", AttributeValue.fromN(Integer.toString(target.most())));
        item.put("suspended", AttributeValue.fromBool(target.suspended()));
        call("dynamodb:PutItem", () -> {
            try {
                dynamo.putItem(request -> request.tableName(table).item(item).conditionExpression("attribute_not_exists(#i)")
                        .expressionAttributeNames(Map.of("#i", RouteItems.ITEM)));
            } catch (ConditionalCheckFailedException keptBefore) {
                // The first run kept what was before all of this.
            }
        });
    }

    private Map<String, AttributeValue> saved(String service) {
        Map<String, AttributeValue> item = new HashMap<>();
        call("dynamodb:GetItem", () -> item.putAll(
                dynamo.getItem(request -> request.tableName(table).key(key(service)).consistentRead(true)).item()));
        return item;
    }

    private void call(String action, Runnable work) {
        try {
            work.run();
        } catch (SdkException failure) {
            throw AwsFailures.explain(action, "table " + table, failure);
        }
    }

    private static Map<String, AttributeValue> key(String service) {
        return RouteItems.key(service, SAVED);
    }
}
