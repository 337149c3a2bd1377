package dev.tandem.cost;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes planned resources of a stack in a few words. */
public final class Planned {

    private static final String STACK = "urn:pulumi:test::tandem::pulumi:pulumi:Stack::tandem-test";
    /** Stands for a value that is not known before the deployment. */
    public static final Object UNKNOWN = new Object();

    private final List<Resource> resources = new ArrayList<>();
    private final Provider provider;
    private String parent = STACK;

    private Planned(String region) {
        provider = new Provider("pulumi:providers:aws", "urn:pulumi:test::tandem::pulumi:providers:aws::aws", "aws",
                Property.root(Map.of("region", value(region))));
        resources.add(Resource.builder(STACK).build());
    }

    public static Planned in(String region) {
        return new Planned(region);
    }

    /** What follows hangs below this component. */
    public Planned component(String type, String name) {
        String urn = urn(type, name);
        resources.add(Resource.builder(urn).parent(STACK).build());
        parent = urn;
        return this;
    }

    /** A resource without dependencies. */
    public Planned add(String type, String name, Map<String, ?> properties) {
        return add(type, name, properties, Map.of());
    }

    /** A resource whose properties came from others: property to URNs. */
    public Planned add(String type, String name, Map<String, ?> properties, Map<String, List<String>> from) {
        resources.add(Resource.builder(urn(type, name))
                .provider(type.startsWith("aws") ? provider : new Provider("pulumi:providers:other", "u", "other",
                        Property.root(Map.of())))
                .parent(parent)
                .properties(((Value.Fields) value(properties)).values())
                .propertyDependencies(from)
                .build());
        return this;
    }

    public static String urn(String type, String name) {
        return "urn:pulumi:test::tandem::" + type + "::" + name;
    }

    public List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** A value as the engine would send it. */
    public static Value value(Object o) {
        if (o == UNKNOWN) {
            return new Value.Unknown();
        } else if (o instanceof Value v) {
            return v;
        } else if (o instanceof String s) {
            return new Value.Text(s);
        } else if (o instanceof Boolean b) {
            return new Value.Bool(b);
        } else if (o instanceof Integer i) {
            return new Value.Num(i.longValue());
        } else if (o instanceof BigDecimal d) {
            return new Value.Num(d);
        } else if (o instanceof List<?> l) {
            return new Value.Items(l.stream().map(Planned::value).toList());
        } else if (o instanceof Map<?, ?> m) {
            Map<String, Value> fields = new LinkedHashMap<>();
            m.forEach((k, v) -> fields.put((String) k, value(v)));
            return new Value.Fields(fields);
        }
        throw new IllegalArgumentException("no value: " + o);
    }

    /** A Fargate service with its task definition. */
    public Planned service(String name, TaskShape shape, int desired, List<Map<String, Object>> strategies) {
        String definition = urn("aws:ecs/taskDefinition:TaskDefinition", name);
        add("aws:ecs/taskDefinition:TaskDefinition", name, Map.of("cpu", shape.cpu(), "memory", shape.memory(),
                "runtimePlatform", Map.of("cpuArchitecture", shape.architecture())));
        return add("aws:ecs/service:Service", name + "-stable", Map.of("desiredCount", desired,
                        "taskDefinition", UNKNOWN, "capacityProviderStrategies", strategies),
                Map.of("taskDefinition", List.of(definition)));
    }

    /** Size of a task as ECS takes it. */
    public record TaskShape(String cpu, String memory, String architecture) {
        public static final TaskShape SMALL = new TaskShape("512", "1024", "ARM64");
    }

    /** One entry of a capacity provider strategy. */
    public static Map<String, Object> share(String capacityProvider, int base, int weight) {
        return Map.of("capacityProvider", capacityProvider, "base", base, "weight", weight);
    }

    /** A scalable target for the service, with a target-tracking policy when asked. */
    public Planned scaling(String name, int min, int max, boolean follows) {
        String service = urn("aws:ecs/service:Service", name + "-stable");
        String target = urn("aws:appautoscaling/target:Target", name + "-scaling");
        add("aws:appautoscaling/target:Target", name + "-scaling",
                Map.of("minCapacity", min, "maxCapacity", max, "resourceId", UNKNOWN),
                Map.of("resourceId", List.of(service)));
        return !follows ? this : add("aws:appautoscaling/policy:Policy", name + "-cpu",
                Map.of("policyType", "TargetTrackingScaling", "resourceId", UNKNOWN),
                Map.of("resourceId", List.of(target)));
    }

    /** A scheduled action on that target. */
    public Planned schedule(String name, String key, String cron, int min, int max) {
        return add("aws:appautoscaling/scheduledAction:ScheduledAction", name + "-" + key,
                Map.of("schedule", cron, "resourceId", UNKNOWN,
                        "scalableTargetAction", Map.of("minCapacity", min, "maxCapacity", max)),
                Map.of("resourceId", List.of(urn("aws:appautoscaling/target:Target", name + "-scaling"))));
    }
}
