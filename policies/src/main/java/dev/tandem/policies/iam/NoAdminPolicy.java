package dev.tandem.policies.iam;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Set;

/** Nobody gets one of AWS' own policies that make an administrator. */
public final class NoAdminPolicy implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:iam/role:Role", "aws:iam/user:User", "aws:iam/group:Group",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "aws:iam/policyAttachment:PolicyAttachment",
        "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
    };

    private static final Set<String> ADMIN = Set.of("AdministratorAccess", "IAMFullAccess", "PowerUserAccess");

    @Override
    public void check(ResourceContext context) {
        for (String path : List.of("managedPolicyArns", "policyArn", "policyArns", "managedPolicyArn")) {
            Property list = First.of(context.resource(), path);
            context.attempt(() -> context.each(list.items(), arn -> {
                String name = arn.stringOr("").replaceAll(".*/", "");
                if (arn.stringOr("").contains(":aws:policy/") && ADMIN.contains(name)) {
                    context.violation(arn, name, "found the policy " + name + ", expected a policy with the actions needed");
                }
            }));
        }
    }
}
