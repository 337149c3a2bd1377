package dev.tandem.policies.iam;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Users get rights through groups or roles, never a policy of their own. */
public final class NoPolicyOnUser implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:iam/userPolicy:UserPolicy", "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment", "aws:iam/user:User", "aws:iam/policy:Policy",
    };

    @Override
    public void check(ResourceContext context) {
        switch (AwsTypes.canonical(context.resource().type())) {
            case "aws:iam/policyAttachment:PolicyAttachment", "aws:iam/policy:Policy" -> nobody(context, context.get("users"));
            case "aws:iam/user:User" -> {
                context.attempt(() -> nobody(context, context.get("policies")));
                context.attempt(() -> nobody(context, context.get("managedPolicyArns")));
            }
            default -> context.violation(context.get("user"), "attaches a policy to a user, expected a group or a role");
        }
    }

    private static void nobody(ResourceContext context, Property list) {
        if (!list.items().isEmpty()) {
            context.violation(list, "attaches a policy to a user: found " + list.path() + ", expected groups or roles");
        }
    }
}
