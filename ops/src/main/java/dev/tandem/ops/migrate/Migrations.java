package dev.tandem.ops.migrate;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.mesh.store.Lease;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Moves a path between a Lambda function and a service. The shares are the load balancer's own, one call changes them all at
 * once; which two target groups they are is kept in the table of routes before the first change. So a run that was killed
 * anywhere left one of two states, both whole, and the next run goes on from it.
 */
public final class Migrations {

    /** Shares of the service, one step after the other, percent. */
    public static final List<Integer> STEPS = List.of(10, 50, 100);

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration COMPARISON = Duration.ofMinutes(15);
    private static final String ITEM = "migration";
    private static final String COMPARED = "comparison";
    private static final int ALL = 100;

    private final DynamoDbClient dynamo;
    private final String table;
    private final LeaseStore leases;
    private final EdgeRules edge;

    /** @param table the table of routes */
    public Migrations(AwsAccess access, DynamoDbClient dynamo, String table, LeaseStore leases) {
        this.dynamo = dynamo;
        this.table = table;
        this.leases = leases;
        this.edge = new EdgeRules(access);
    }

    /**
     * The migration of a service that is under way, with its share as the load balancer has it. One whose rule was deployed anew is
     * none: what is kept of it leads nowhere, and the next one takes its place.
     */
    public Optional<Migration> running(String service) {
        return Optional.of(item(service, ITEM)).filter(item -> !item.isEmpty()).map(item -> moved(service, item))
                .flatMap(kept -> edge.weights(kept.rule()).map(weights -> kept.at(share(kept, weights))));
    }

    private static Migration moved(String service, Map<String, AttributeValue> item) {
        return new Migration(service, item.get("rule").s(), item.get("from").s(), item.get("to").s(), 0);
    }

    private Map<String, AttributeValue> item(String service, String kind) {
        try {
            return dynamo.getItem(request -> request.tableName(table).key(RouteItems.key(service, kind)).consistentRead(true)).item();
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:GetItem", "table " + table, failure);
        }
    }

    private static int share(Migration kept, Map<String, Integer> weights) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        return sum == 0 ? 0 : Math.round(100f * weights.getOrDefault(kept.to(), 0) / sum);
    }

    /**
     * Finds what a migration would move.
     *
     * @param path   the service's path
     * @param from   name of the function's target group
     * @param to     name of the service's target group
     * @throws OperationRefusedException when a group or the path's rule is missing, or the first group holds no function
     */
    public Migration find(String service, String path, String from, String to) {
        EdgeRules.Group function = edge.group(from);
        EdgeRules.Group tasks = edge.group(to);
        if (!function.type().equals("lambda")) {
            throw new OperationRefusedException("target group '" + from + "' holds " + function.type() + ", expected a Lambda function");
        }
        List<String> balancers = function.loadBalancers().isEmpty() ? tasks.loadBalancers() : function.loadBalancers();
        return balancers.stream()
                .flatMap(balancer -> edge.rules(balancer).stream())
                .filter(rule -> rule.paths().contains(path) || rule.paths().contains(path + "/*"))
                .findFirst()
                .map(rule -> new Migration(service, rule.arn(), function.arn(), tasks.arn(),
                        rule.weights().getOrDefault(tasks.arn(), 0) > 0 && !rule.weights().containsKey(function.arn()) ? ALL : 0))
                .orElseThrow(() -> new OperationRefusedException("no rule of the load balancer has the path " + path + " (target groups "
                        + from + " and " + to + " are in use by " + balancers + "), expected one: deploy the stack first"));
    }

    /**
     * What a comparison is about: the migration under way, or what one would move.
     *
     * @param from name of the function's target group; may be empty while a migration is under way
     * @param to   name of the service's target group
     * @throws OperationRefusedException when another function is under way, or none is and none was named; as {@link #find}
     */
    public Migration toCompare(String service, String path, Optional<String> from, String to) {
        Optional<Migration> running = running(service);
        if (from.isEmpty()) {
            return running.orElseThrow(() -> new OperationRefusedException(service
                    + " has no migration under way, expected --from TARGET-GROUP: the function's"));
        }
        Optional<Migration> moving = running.filter(migration -> migration.percent() > 0);
        moving.filter(migration -> !migration.function().equals(from.get())).ifPresent(other -> {
            throw new OperationRefusedException("--from: found '" + from.get() + "', expected '" + other.function()
                    + "', which the migration under way moves from (" + other.text() + "); without --from it is taken");
        });
        return moving.orElseGet(() -> find(service, path, from.get(), to));
    }

    /** The share that follows on a migration's present one; empty when it has everything. */
    public static Optional<Integer> next(Migration migration) {
        return STEPS.stream().filter(step -> step > migration.percent()).findFirst();
    }

    /** Keeps what is moved, then gives the service a share. */
    public void move(Migration to, String who) {
        Lease lease = leases.acquire(to.service(), who, LEASE);
        try {
            keep(to, ITEM, Map.of());
            Map<String, Integer> weights = new LinkedHashMap<>();
            weights.put(to.from(), ALL - to.percent());
            weights.put(to.to(), to.percent());
            edge.forward(to.rule(), weights);
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:PutItem", "table " + table, failure);
        } finally {
            leases.release(lease);
        }
    }

    /** Which groups are moved, and what else is known. */
    private void keep(Migration migration, String kind, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> fields = new HashMap<>(more);
        fields.putAll(RouteItems.key(migration.service(), kind));
        fields.put("rule", AttributeValue.fromS(migration.rule()));
        fields.put("from", AttributeValue.fromS(migration.from()));
        fields.put("to", AttributeValue.fromS(migration.to()));
        dynamo.putItem(request -> request.tableName(table).item(fields));
    }

    /**
     * Asks both sides, and keeps how alike they answered, in an item of its own: nothing is under way by that. Nobody's requests
     * are moved.
     *
     * @throws OperationRefusedException when the address is not that of the rule's load balancer, or a request is none, before a
     *         rule is made; when the rules vanished meanwhile or it took too long
     */
    public Compared compare(Migration migration, Samples samples, String who) {
        samples.check();
        Lease lease = leases.acquire(migration.service(), who, COMPARISON);
        try (SideRules sides = SideRules.open(edge, migration)) {
            sides.await(samples, SideRules.WAIT);
            Compared compared = samples.compare(sides.function(), sides.service(), Instant.now(), Samples.ALL);
            sides.confirm(samples);
            keep(migration, COMPARED, Map.of("comparedAt", AttributeValue.fromS(compared.at().toString()),
                    "asked", AttributeValue.fromN(String.valueOf(compared.asked())),
                    "different", AttributeValue.fromN(String.valueOf(compared.different()))));
            return compared;
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:PutItem", "table " + table, failure);
        } finally {
            leases.release(lease);
        }
    }

    /** The last comparison of a service, if it was one of the same rule and groups. */
    public Optional<Compared> compared(Migration migration) {
        return Optional.of(item(migration.service(), COMPARED)).filter(item -> !item.isEmpty())
                .filter(item -> moved(migration.service(), item).equals(migration.at(0)))
                .map(item -> new Compared(Instant.parse(item.get("comparedAt").s()), Integer.parseInt(item.get("asked").n()), List.of(),
                        Integer.parseInt(item.get("different").n())));
    }

    /** The rule names the service only, as the stack declares it; what was kept is forgotten after that. */
    public void finish(Migration migration, String who) {
        Lease lease = leases.acquire(migration.service(), who, LEASE);
        try {
            edge.forward(migration.rule(), Map.of(migration.to(), ALL));
            for (String kind : List.of(COMPARED, ITEM)) {
                dynamo.deleteItem(request -> request.tableName(table).key(RouteItems.key(migration.service(), kind)));
            }
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:DeleteItem", "table " + table, failure);
        } finally {
            leases.release(lease);
        }
    }
}
