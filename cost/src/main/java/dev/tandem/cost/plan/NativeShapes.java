package dev.tandem.cost.plan;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Gives a resource of {@code aws-native} the properties that {@code aws} has for the same thing, so that pricers read
 * one shape. Its own properties stay. Unknown values stay unknown, under both names.
 */
final class NativeShapes {

    /** Where a value stands in {@code aws-native} (path of fields), its name in {@code aws}, and what becomes of it. */
    private record Move(List<String> from, String to, UnaryOperator<Value> with) {}

    private static final Map<String, List<Move>> MOVES = Map.ofEntries(
            Map.entry("elasticloadbalancingv2:LoadBalancer", List.of(move("type", "loadBalancerType"),
                    move("scheme", "internal", is("internal")))),
            Map.entry("ecs:Service", List.of(move("capacityProviderStrategy", "capacityProviderStrategies"),
                    move("networkConfiguration.awsvpcConfiguration", "networkConfiguration", v -> map(v, fields ->
                            put(fields, "assignPublicIp", fields.get("assignPublicIp"), is("ENABLED")))))),
            Map.entry("ecs:TaskDefinition", List.of(move("ephemeralStorage", "ephemeralStorage", v -> map(v, fields ->
                    put(fields, "sizeInGib", fields.get("sizeInGiB"), UnaryOperator.identity()))))),
            Map.entry("ecs:Cluster", List.of(move("clusterSettings", "settings"))),
            Map.entry("ecs:ClusterCapacityProviderAssociations", List.of(move("cluster", "clusterName"),
                    move("defaultCapacityProviderStrategy", "defaultCapacityProviderStrategies"))),
            Map.entry("applicationautoscaling:ScalingPolicy", List.of(move("scalingTargetId", "resourceId"))),
            Map.entry("secretsmanager:Secret", List.of(move("replicaRegions", "replicas"))),
            Map.entry("cloudwatch:Alarm", List.of(move("metrics", "metricQueries", each(v -> map(v, fields ->
                    put(fields, "metric", fields.get("metricStat"), UnaryOperator.identity())))))),
            Map.entry("route53:HealthCheck", List.of(move("healthCheckConfig.type", "type"),
                    move("healthCheckConfig.fullyQualifiedDomainName", "fqdn"),
                    move("healthCheckConfig.ipAddress", "ipAddress"),
                    move("healthCheckConfig.requestInterval", "requestInterval"),
                    move("healthCheckConfig.measureLatency", "measureLatency"))),
            Map.entry("dynamodb:Table", tables()),
            Map.entry("dynamodb:GlobalTable", globalTables()),
            Map.entry("stepfunctions:StateMachine", List.of(move("stateMachineType", "type"))),
            Map.entry("ec2:Volume", List.of(move("volumeType", "type"))),
            Map.entry("rds:DbInstance", List.of(move("dbInstanceClass", "instanceClass"))),
            Map.entry("rds:DbCluster", List.of(
                    move("serverlessV2ScalingConfiguration", "serverlessv2ScalingConfiguration"))));

    private NativeShapes() {}

    /** The resource itself unless it is of {@code aws-native} and has properties under other names. */
    static Resource classic(Resource r) {
        List<Move> moves = r.type().startsWith(NativeTypes.PREFIX)
                ? MOVES.getOrDefault(r.type().substring(NativeTypes.PREFIX.length()), List.of())
                : List.of();
        if (moves.isEmpty()) {
            return r;
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        r.properties().entries().forEach((k, v) -> v.value().ifPresent(value -> fields.put(k, value)));
        Map<String, Value> original = Map.copyOf(fields);
        Map<String, List<String>> from = new LinkedHashMap<>(r.propertyDependencies());
        for (Move m : moves) {
            find(original, m.from()).map(v -> through(v, m.with())).ifPresent(v -> fields.put(m.to(), v));
            List<String> origin = r.propertyDependencies().get(m.from().get(0));
            if (origin != null) {
                from.putIfAbsent(m.to(), origin);
            }
        }
        Resource.Builder b = Resource.builder(r.urn()).type(r.type()).name(r.name()).properties(fields)
                .options(r.options()).dependencies(r.dependencies()).propertyDependencies(from);
        r.provider().ifPresent(b::provider);
        r.parent().ifPresent(b::parent);
        return b.build();
    }

    private static List<Move> tables() {
        return List.of(move("pointInTimeRecoverySpecification", "pointInTimeRecovery", recovery()),
                move("streamSpecification", "streamEnabled", v -> new Value.Bool(true)));
    }

    private static List<Move> globalTables() {
        List<Move> out = new ArrayList<>(tables());
        out.add(move("replicas", "replicas", each(v -> map(v, fields ->
                put(fields, "regionName", fields.get("region"), UnaryOperator.identity())))));
        return out;
    }

    private static UnaryOperator<Value> recovery() {
        return v -> map(v, fields ->
                put(fields, "enabled", fields.get("pointInTimeRecoveryEnabled"), UnaryOperator.identity()));
    }

    private static Move move(String from, String to) {
        return move(from, to, UnaryOperator.identity());
    }

    private static Move move(String from, String to, UnaryOperator<Value> with) {
        return new Move(List.of(from.split("\\.")), to, with);
    }

    private static UnaryOperator<Value> is(String text) {
        return v -> new Value.Bool(v.equals(new Value.Text(text)));
    }

    private static UnaryOperator<Value> each(UnaryOperator<Value> with) {
        return v -> v instanceof Value.Items items
                ? new Value.Items(items.values().stream().map(i -> through(i, with)).toList()) : v;
    }

    private static Value map(Value value, UnaryOperator<Map<String, Value>> change) {
        return value instanceof Value.Fields f ? new Value.Fields(change.apply(new LinkedHashMap<>(f.values()))) : value;
    }

    private static Map<String, Value> put(Map<String, Value> fields, String name, Value value, UnaryOperator<Value> with) {
        if (value != null) {
            fields.put(name, through(value, with));
        }
        return fields;
    }

    /** Applies to what is known, also inside a secret. */
    private static Value through(Value value, UnaryOperator<Value> with) {
        if (value instanceof Value.Secret s) {
            return new Value.Secret(through(s.value(), with));
        }
        return value instanceof Value.Unknown || value instanceof Value.Null ? value : with.apply(value);
    }

    private static Optional<Value> find(Map<String, Value> fields, List<String> path) {
        Value at = fields.get(path.get(0));
        for (String name : path.subList(1, path.size())) {
            Value plain = at instanceof Value.Secret s ? s.value() : at;
            if (plain instanceof Value.Unknown) {
                return Optional.of(plain);
            }
            at = plain instanceof Value.Fields f ? f.values().get(name) : null;
        }
        return Optional.ofNullable(at);
    }
}
