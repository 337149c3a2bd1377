package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/**
 * A resource policy names the actions it allows, and so does the trust policy of a role. The root of an account is left alone: with it the account's own
 * policies decide, as in every key policy. Everybody is left to {@link NoPublicResourcePolicy}.
 */
public final class NoWildcardResourcePolicy implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.RESOURCE, PolicyKind.TRUST);

    @Override
    public void check(ResourceContext context) {
        boolean key = AwsTypes.canonical(context.resource().type()).startsWith("aws:kms/");
        judge(context, PolicyKind.RESOURCE, "resource policy", key);
        judge(context, PolicyKind.TRUST, "trust policy", key);
    }

    private static void judge(ResourceContext context, PolicyKind kind, String policy, boolean key) {
        Grants.allows(context, kind, statement -> {
            if (onlyRoots(statement) || key && statement.principals().ofKind("Service").isEmpty()) {
                return;
            }
            if (statement.principals().everybody().isPresent() && !statement.conditions().limitCallers()) {
                return;
            }
            for (Property action : statement.actions()) {
                String pattern = action.stringOr("");
                if (Patterns.isEveryAction(pattern) || Patterns.isServiceWide(pattern)) {
                    context.violation(action, "Action::" + pattern, statement.label() + " of the " + policy + " allows "
                            + pattern + ", expected the actions that its principals need");
                    return;
                }
            }
        });
    }

    private static boolean onlyRoots(Statement statement) {
        return statement.principals().ofKind("Service").isEmpty()
                && !statement.principals().ofKind("AWS").isEmpty()
                && statement.principals().ofKind("AWS").stream()
                        .allMatch(p -> p.stringOr("").matches("\\d{12}|arn:[^:]*:iam::\\d*:root"));
    }
}
