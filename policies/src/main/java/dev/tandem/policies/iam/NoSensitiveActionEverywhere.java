package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Actions that return credentials or data, or change permissions, name the resources they are meant for. */
public final class NoSensitiveActionEverywhere implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.IDENTITY);

    /** With these KMS and SSM calls reach only what another service uses for this account. */
    private static final Set<String> LIMITS = Set.of("kms:viaservice", "kms:calleraccount", "kms:encryptioncontextkeys");

    @Override
    public void check(ResourceContext context) {
        Set<String> said = new HashSet<>();
        Grants.documents(context, PolicyKind.IDENTITY, document -> {
            List<Statement> all = Statement.of(document);
            context.each(all, statement -> {
                if (statement.allows() && Grants.isUnlimited(statement) && !statement.conditions().limit(LIMITS)) {
                    context.each(statement.actions(), action -> judge(context, statement, action, said, all));
                }
            });
        });
    }

    private static void judge(ResourceContext context, Statement statement, Property action, Set<String> said,
            List<Statement> all) {
        String pattern = action.stringOr("");
        if (Patterns.isEveryAction(pattern) || Patterns.isServiceWide(pattern) || !said.add(pattern)) {
            return;
        }
        SensitiveActions.in(pattern).filter(harm -> !NoPrivilegeEscalation.denied(all, harm.getValue())).ifPresent(harm -> context.violation(action, "Action::" + pattern, statement.label()
                + " allows " + pattern + " on every resource, which " + harm.getKey()
                + (pattern.equalsIgnoreCase(harm.getValue()) ? "" : " (" + harm.getValue() + ")")
                + "; expected the ARNs it is needed for"));
    }
}
