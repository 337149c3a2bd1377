package dev.tandem.policies.demand;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule that is a table of demands: each resource meets those of its type. Immutable and thread-safe. */
public final class Demands implements ResourceCheck {

    private final Map<String, List<Demand>> byType;

    private Demands(Map<String, List<Demand>> byType) {
        this.byType = byType;
    }

    /** A rule of these demands. */
    public static Demands of(Demand... demands) {
        Map<String, List<Demand>> out = new LinkedHashMap<>();
        for (Demand demand : demands) {
            out.computeIfAbsent(demand.type(), type -> new ArrayList<>()).add(demand);
        }
        return new Demands(out);
    }

    /** Canonical types that the rule looks at. */
    public String[] types() {
        return byType.keySet().toArray(String[]::new);
    }

    @Override
    public void check(ResourceContext context) {
        List<Demand> demands = byType.getOrDefault(AwsTypes.canonical(context.resource().type()), List.of());
        int[] concerned = {0};
        context.each(demands, demand -> concerned[0] += demand.judge(context));
        if (concerned[0] == 0) {
            context.notApplicable("the resource has nothing that the rule asks about");
        }
    }
}
