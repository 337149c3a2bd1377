package dev.tandem.policies.iam;

import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Optional;

/** Every role and user carries a permissions boundary that the stack's configuration names. */
public final class PermissionsBoundary implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:iam/role:Role", "aws:iam/user:User", "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    };

    /** AWS' own policy that allows everything is no boundary. */
    private static final String EVERYTHING = ":aws:policy/AdministratorAccess";

    @Override
    public void check(ResourceContext context) {
        Optional<String> expected = Settings.text(context, "permissionsBoundaryArn");
        Property boundary = context.get("permissionsBoundary");
        Optional<String> found = boundary.string().filter(arn -> !arn.isBlank());
        List<String> further = Settings.texts(context, "furtherBoundaryArns").orElse(List.of());
        boolean allowed = expected.isEmpty() || expected.equals(found) || further.contains(found.orElse(""));
        if (found.isPresent() && allowed && !found.get().endsWith(EVERYTHING)) {
            return;
        }
        if (isServiceLinked(context)) {
            context.notApplicable("a service-linked role takes no permissions boundary, AWS owns its policy");
            return;
        }
        String wanted = expected.map(arn -> further.isEmpty() ? arn : arn + " or one of " + further)
                .orElse("the ARN of a boundary policy");
        context.violation(boundary, found.map(arn -> "found permissionsBoundary " + arn
                        + (allowed ? ", which limits nothing" : ""))
                .orElse("found no permissionsBoundary") + ", expected " + wanted);
    }

    private static boolean isServiceLinked(ResourceContext context) {
        return context.resource().type().endsWith(":ServiceLinkedRole")
                || context.get("path").stringOr("").startsWith("/aws-service-role/");
    }
}
