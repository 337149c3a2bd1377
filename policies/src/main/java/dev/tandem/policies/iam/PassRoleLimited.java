package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Set;

/** Who may pass roles to services may pass named roles, or to named services. */
public final class PassRoleLimited implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.IDENTITY);

    private static final String PASS_ROLE = "iam:PassRole";

    @Override
    public void check(ResourceContext context) {
        Grants.documents(context, PolicyKind.IDENTITY, document -> {
            boolean escalates = !Escalations.in(NoPrivilegeEscalation.patterns(context, document)).isEmpty();
            if (!escalates) {
                context.each(Statement.of(document), statement -> judge(context, statement));
            }
        });
    }

    private static void judge(ResourceContext context, Statement statement) {
        boolean everyRole = statement.allows() && statement.resources().stream().filter(Property::isKnown)
                .anyMatch(r -> r.stringOr("").matches("arn:[^:]*:iam::[^:]*:(role/)?\\*+"));
        if (!statement.allows() || !everyRole && !Grants.isUnlimited(statement)
                || statement.conditions().limit(Set.of("iam:passedtoservice"))) {
            return;
        }
        for (Property action : statement.actions()) {
            String pattern = action.stringOr("");
            if (!Patterns.isEveryAction(pattern) && !Patterns.isServiceWide(pattern)
                    && Patterns.matches(pattern, PASS_ROLE)) {
                context.violation(action, "Action::" + pattern, statement.label() + " allows passing every role to every"
                        + " service, expected named roles, or a condition on iam:PassedToService");
                return;
            }
        }
    }
}
