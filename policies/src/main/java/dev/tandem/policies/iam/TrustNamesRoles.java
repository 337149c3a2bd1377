package dev.tandem.policies.iam;

import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Set;

/**
 * A role is assumed by named roles, not by whole accounts: with an account's root as principal everybody there whose own
 * policy allows it may, and a stranger's account is asked for an external id.
 */
public final class TrustNamesRoles implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.TRUST);

    private static final Set<String> LIMITS = Set.of("sts:externalid", "aws:principalarn", "aws:principalorgid",
            "aws:principalorgpaths", "aws:multifactorauthpresent", "aws:sourcearn", "aws:userid", "aws:username",
            "aws:sourceidentity", "aws:sourceip", "aws:sourcevpce", "aws:sourcevpc");

    private static final List<String> TAGS = List.of("aws:principaltag/", "aws:requesttag/");

    @Override
    public void check(ResourceContext context) {
        Grants.allows(context, PolicyKind.TRUST, statement -> {
            if (statement.conditions().limit(LIMITS) || statement.conditions().limitAnyThatStarts(TAGS)) {
                return;
            }
            context.each(statement.principals().ofKind("AWS"), principal -> {
                String who = principal.stringOr("");
                if (who.matches("\\d{12}|arn:[^:]*:iam::\\d*:root")) {
                    context.violation(principal, "AWS::" + who, statement.label() + " of the trust policy lets everybody in"
                            + " account " + who + " assume the role, whose own policy allows it; expected roles by ARN, or a"
                            + " condition such as sts:ExternalId or aws:PrincipalArn");
                }
            });
        });
    }
}
