package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A policy that denies everything to everybody, without a condition, leaves only the account's root user a way in. */
public final class NoLockout implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.RESOURCE);

    @Override
    public void check(ResourceContext context) {
        Grants.documents(context, PolicyKind.RESOURCE, document -> context.each(Statement.of(document), statement -> {
            boolean everybody = statement.denies() && statement.principals().notPrincipal().isMissing()
                    && statement.principals().everybody().isPresent();
            if (!everybody || !statement.conditions().at().isMissing()) {
                return;
            }
            for (Property action : statement.actions()) {
                String pattern = action.stringOr("");
                if (Patterns.isEveryAction(pattern) || Patterns.isServiceWide(pattern)) {
                    context.violation(action, "Deny::" + pattern, statement.label() + " denies " + pattern + " to everybody,"
                            + " so that only the account's root user can mend it; expected a condition, or named actions");
                    return;
                }
            }
        }));
    }
}
