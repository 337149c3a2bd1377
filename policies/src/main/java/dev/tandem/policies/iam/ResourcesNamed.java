package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Actions that can be limited to named resources are. Whole services, escalations, sensitive actions and PassRole are left
 * to the rules made for them.
 */
public final class ResourcesNamed implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.IDENTITY);

    private final List<String> levels;

    private ResourcesNamed(List<String> levels) {
        this.levels = levels;
    }

    /** The rule for actions that change something. */
    public static ResourcesNamed changing() {
        return new ResourcesNamed(List.of("permissions", "write"));
    }

    /** The rule for actions that only look. */
    public static ResourcesNamed reading() {
        return new ResourcesNamed(List.of("read"));
    }

    @Override
    public void check(ResourceContext context) {
        Grants.allows(context, PolicyKind.IDENTITY, statement -> {
            if (!Grants.isUnlimited(statement)) {
                return;
            }
            Set<String> found = new LinkedHashSet<>();
            Property first = null;
            for (Property action : statement.actions()) {
                if (action.isKnown() && meant(action.stringOr(""))) {
                    first = first == null ? action : first;
                    found.add(action.stringOr(""));
                }
            }
            if (first != null) {
                context.violation(first, "Action::" + first.stringOr(""), statement.label() + " allows "
                        + String.join(", ", found) + " on every resource, expected the ARNs that are needed");
            }
            statement.actions().forEach(Property::requireKnown);
        });
    }

    private boolean meant(String pattern) {
        if (Patterns.isEveryAction(pattern) || Patterns.isServiceWide(pattern) || SensitiveActions.in(pattern).isPresent()
                || Patterns.matches(pattern, "iam:PassRole") || !Escalations.in(Set.of(pattern)).isEmpty()) {
            return false;
        }
        if (pattern.toLowerCase(Locale.ROOT).startsWith("ec2:describe") && pattern.contains("*")) {
            // Nearly all of them work on every resource only.
            return false;
        }
        Optional<String> level = List.of("permissions", "write", "read").stream()
                .filter(l -> Restrictable.in(pattern, l).isPresent()).findFirst();
        return level.isPresent() && levels.contains(level.get());
    }
}
