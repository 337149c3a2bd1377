package dev.tandem.policies.iam;

import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/** Every role and user carries the permissions boundary that the stack's configuration names. */
public final class PermissionsBoundary implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:iam/role:Role", "aws:iam/user:User", "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    };

    @Override
    public void check(ResourceContext context) {
        if (isServiceLinked(context)) {
            context.notApplicable("a service-linked role takes no permissions boundary, AWS owns its policy");
            return;
        }
        Optional<String> expected = Settings.text(context, "permissionsBoundaryArn");
        Property boundary = context.get("permissionsBoundary");
        Optional<String> found = boundary.string().filter(arn -> !arn.isBlank());
        String wanted = expected.orElse("the ARN of a boundary policy");
        if (found.isEmpty()) {
            context.violation(boundary, "found no permissionsBoundary, expected " + wanted);
        } else if (expected.isPresent() && !expected.get().equals(found.get())) {
            context.violation(
                    boundary, "found permissionsBoundary " + found.get() + ", expected " + wanted);
        }
    }

    private static boolean isServiceLinked(ResourceContext context) {
        Property path = context.get("path");
        return context.resource().type().endsWith(":ServiceLinkedRole")
                || path.isKnown() && path.stringOr("").startsWith("/aws-service-role/");
    }
}
