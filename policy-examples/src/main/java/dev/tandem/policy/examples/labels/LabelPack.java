package dev.tandem.policy.examples.labels;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.StackInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cost labels and names. Built from the stack: who pays is said once in its configuration, for all its resources. */
public final class LabelPack {

    private LabelPack() {}

    /** For a stack, or for none when the pack is only listed. */
    public static Pack pack(StackInfo stack) {
        return Pack.named("cost-labels", "1.0.0")
                .displayName("Cost labels")
                .description("Who pays for a resource, and what it is called.")
                .rules(List.of(CostLabels.rule(known(stack)), Naming.RULE))
                .build();
    }

    static Map<String, String> known(StackInfo stack) {
        Map<String, String> known = new HashMap<>();
        stack.config("cost-center").ifPresent(value -> known.put("cost-center", value));
        stack.config("owner").ifPresent(value -> known.put("owner", value));
        if (!stack.stack().isEmpty()) {
            known.put("stack", stack.stack());
        }
        return known;
    }
}
