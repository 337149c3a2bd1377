package dev.tandem.policies.resilience;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/** A table with provisioned capacity grows with its use: it has a scaling target, or is paid by request. */
public final class TableScaling implements StackCheck {

    private static final String TARGET = "aws:appautoscaling/target:Target";

    @Override
    public void check(StackContext context) {
        List<Resource> targets = context.graph().ofType(TARGET).stream()
                .filter(t -> !t.get("serviceNamespace").isKnown() || t.get("serviceNamespace").is("dynamodb")).toList();
        context.each(context.graph().ofType("aws:dynamodb/table:Table"), table -> {
            if (!table.get("billingMode").stringOr("PROVISIONED").equals("PROVISIONED")) {
                return;
            }
            boolean unknown = targets.stream().anyMatch(t -> t.get("resourceId").isUnknown()
                    && t.propertyDependencies().getOrDefault("resourceId", List.of()).stream()
                            .noneMatch(urn -> urn.endsWith(":Table::" + Urn.parse(urn).name())));
            boolean scaled = targets.stream().anyMatch(t -> t.dependencies().contains(table.urn())
                    || t.propertyDependencies().getOrDefault("resourceId", List.of()).contains(table.urn())
                    || t.get("resourceId").isKnown() && t.get("resourceId").stringOr("").startsWith("table/")
                            && table.get("name").isKnown()
                            && t.get("resourceId").stringOr("").equals("table/" + table.get("name").stringOr("")));
            if (!scaled && (unknown || !targets.isEmpty() && table.get("name").isUnknown())) {
                context.undecided(table.properties(), "a scaling target exists, for which table cannot be told");
            } else if (!scaled) {
                context.violation(table, table.get("billingMode"), "requests above the table's capacity fail: found no scaling"
                        + " target for it, expected one, or billingMode PAY_PER_REQUEST");
            }
        });
    }
}
