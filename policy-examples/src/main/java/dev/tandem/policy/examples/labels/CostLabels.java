package dev.tandem.policy.examples.labels;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.ResourceContext;
import dev.tandem.policy.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels that the bill is sorted by. What is known of the whole stack is filled in; the rest must be written. */
final class CostLabels {

    private CostLabels() {}

    /** @param known labels that are the same for all resources of the stack */
    static Rule rule(Map<String, String> known) {
        return Rule.resource("cost-labels")
                .on(Labelled.types())
                .summary("Resources say who pays for them")
                .fix("Set the missing labels, or give them once in the stack's configuration (cost-center, owner)")
                .level(EnforcementLevel.REMEDIATE)
                .config("labels", Map.of(
                        "type", "array", "items", Map.of("type", "string"), "default", List.of("cost-center", "owner", "stack")))
                .remediate(c -> filledIn(c, known))
                .check(c -> c.each(missing(c), label ->
                        c.violation(labels(c).key(label), label, "the label '" + label + "' is missing")));
    }

    private static Map<String, Value> filledIn(ResourceContext c, Map<String, String> known) {
        List<String> can = missing(c).stream().filter(known::containsKey).toList();
        if (can.isEmpty()) {
            return Map.of();
        }
        Map<String, Value> all = new HashMap<>();
        labels(c).entries().forEach((name, label) -> all.put(name, label.value().orElseThrow()));
        can.forEach(name -> all.put(name, Values.of(known.get(name))));
        return Map.of(Labelled.property(c.resource().type()), Values.of(all));
    }

    private static List<String> missing(ResourceContext c) {
        return c.config().at("labels").strings().stream()
                .filter(name -> isEmpty(labels(c).key(name)))
                .toList();
    }

    /** A label whose value is not known yet is there. */
    private static boolean isEmpty(Property label) {
        return label.isMissing() || label.isKnown() && label.is("");
    }

    private static Property labels(ResourceContext c) {
        return c.get(Labelled.property(c.resource().type()));
    }
}
