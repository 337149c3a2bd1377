package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** A statement that allows says what it allows, not what it does not: what AWS adds tomorrow is allowed today. */
public final class NoNegatedAllow implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.values());

    @Override
    public void check(ResourceContext context) {
        Grants.allows(context, PolicyKind.IDENTITY, statement -> {
            context.attempt(() -> {
                // On every resource it is no less than an administrator: iam-no-wildcard-allow says so.
                if (!statement.notActions().isEmpty() && !statement.coversEveryResource()) {
                    say(context, statement, "NotAction", "every action but some", "actions");
                }
            });
            context.attempt(() -> {
                boolean wide = statement.actions().stream().map(a -> a.stringOr(""))
                        .anyMatch(a -> Patterns.isEveryAction(a) || Patterns.isServiceWide(a));
                if (!statement.notResources().isEmpty() && statement.notActions().isEmpty() && !wide) {
                    say(context, statement, "NotResource", "its actions on every resource but some", "resources");
                }
            });
        });
        for (PolicyKind kind : List.of(PolicyKind.RESOURCE, PolicyKind.TRUST)) {
            Grants.allows(context, kind, statement -> {
                if (!statement.notActions().isEmpty()) {
                    say(context, statement, "NotAction", "every action but some", "actions");
                }
            });
        }
    }

    private static void say(ResourceContext context, Statement statement, String element, String what, String expected) {
        context.violation(statement.element(element), element + "::" + statement.label(), statement.label() + " allows "
                + what + " by " + element + ", expected the " + expected + " that are needed");
    }
}
