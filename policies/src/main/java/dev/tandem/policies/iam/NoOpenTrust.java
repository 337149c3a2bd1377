package dev.tandem.policies.iam;

import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/** No role may be assumed by everybody: principal {@code *} without a condition that says who. */
public final class NoOpenTrust implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.TRUST);

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        context.each(
                PolicyHolders.documents(context.resource(), type, PolicyKind.TRUST),
                document -> context.each(Statement.of(document), s -> judge(context, s)));
    }

    private static void judge(ResourceContext context, Statement statement) {
        if (!statement.allows()) {
            return;
        }
        Optional<Property> everybody = statement.principals().everybody();
        if (everybody.isEmpty() || statement.conditions().limitCallers()) {
            return;
        }
        boolean but = !statement.principals().notPrincipal().isMissing();
        context.violation(everybody.get(), "Principal::*", statement.label() + " of the trust policy lets "
                + (but ? "everybody but those under NotPrincipal" : "everybody") + " assume the role, expected a"
                + " service, an account or role by ARN, or a condition such as aws:PrincipalOrgID");
    }
}
