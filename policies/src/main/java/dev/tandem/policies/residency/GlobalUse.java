package dev.tandem.policies.residency;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which services without a region a stack uses, and why that is acceptable: somebody has decided that no personal data is there. */
public final class GlobalUse implements StackCheck {

    @Override
    public void check(StackContext context) {
        Map<String, String> used = new TreeMap<>();
        for (Resource r : context.graph().all()) {
            String type = context.graph().typeOf(r);
            if (type.startsWith("aws:wafv2/") && r.get("scope").isUnknown()) {
                continue;
            }
            GlobalServices.reason(type, r).ifPresent(why -> used.put(type.replaceAll("^aws:|/.*", ""), why));
        }
        if (!used.isEmpty()) {
            context.violation("global", "uses services without a region: " + used.entrySet().stream()
                    .map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.joining("; "))
                    + "; expected no personal data in names, tags and settings there");
        }
    }
}
