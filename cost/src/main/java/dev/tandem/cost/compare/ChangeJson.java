package dev.tandem.cost.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.cost.report.Money;
import java.math.BigDecimal;
import java.util.List;

/** Differences for machines; docs/schema/cost-diff.schema.json has the form. */
public final class ChangeJson {

    private ChangeJson() {}

    /** All stacks of two reports. */
    public static ObjectNode write(List<StackChange> stacks) {
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("schemaVersion", 1);
        ArrayNode all = out.putArray("stacks");
        for (StackChange s : stacks) {
            ObjectNode stack = all.addObject().put("stack", s.stack());
            stack.put("inFirst", s.before().isPresent()).put("inSecond", s.after().isPresent());
            stack.put("beforeEur", Money.cents(s.monthlyBefore())).put("afterEur", Money.cents(s.monthlyAfter()))
                    .put("changeEur", Money.cents(s.monthlyAfter().subtract(s.monthlyBefore())))
                    .put("overCeilingEur", Money.cents(s.over().orElse(BigDecimal.ZERO)));
            stack.set("lines", lines(s.differences()));
        }
        return out;
    }

    /** Lines that differ. */
    public static ArrayNode lines(List<Difference> differences) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        differences.forEach(d -> out.addObject().put("region", d.region()).put("component", d.component())
                .put("description", d.what()).put("beforeEur", d.before()).put("afterEur", d.after())
                .put("changeEur", d.change()));
        return out;
    }
}
