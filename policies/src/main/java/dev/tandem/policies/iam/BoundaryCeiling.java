package dev.tandem.policies.iam;

import dev.tandem.policies.Settings;
import dev.tandem.policies.graph.Holders;
import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A permissions boundary is a ceiling: it does not let those beneath it raise it, or hand out rights without it. What it
 * denies counts, and so does a condition on the boundary that others have to carry.
 */
public final class BoundaryCeiling implements StackCheck {

    /**
     * By these a holder leaves its boundary, or gives others more than it has. Source: IAM User Guide, "Permissions
     * boundaries for IAM entities", read 2026-11.
     */
    private static final List<String> RAISES = List.of(
            "iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary",
            "iam:PutUserPermissionsBoundary", "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:CreateRole",
            "iam:CreateUser", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:AttachUserPolicy", "iam:PutUserPolicy",
            "iam:UpdateAssumeRolePolicy", "iam:CreateAccessKey", "organizations:LeaveOrganization");

    private static final Set<String> CARRIED = Set.of("iam:permissionsboundary");

    @Override
    public void check(StackContext context) {
        List<String> ceiling = Settings.texts(context, "permissionsCeiling").orElse(List.of());
        context.each(context.graph().ofType("aws:iam/policy:Policy"), policy -> {
            if (isBoundary(context, policy)) {
                context.each(PolicyHolders.documents(policy, "aws:iam/policy:Policy", PolicyKind.IDENTITY),
                        document -> judge(context, policy, document, ceiling));
            }
        });
    }

    private static boolean isBoundary(StackContext context, Resource policy) {
        return Holders.TYPES.stream().flatMap(type -> context.graph().ofType(type).stream())
                .anyMatch(r -> !First.nothing(r.get("permissionsBoundary"))
                        && Links.between(r, "permissionsBoundary", policy) == Link.YES);
    }

    private static void judge(StackContext context, Resource policy, Property document, List<String> ceiling) {
        List<Statement> statements = Statement.of(document);
        List<String> open = RAISES.stream()
                .filter(action -> statements.stream().anyMatch(s -> s.allows() && covers(s, action) && !carried(s)))
                .filter(action -> statements.stream().noneMatch(s -> denies(s, action)))
                .toList();
        if (!open.isEmpty()) {
            context.violation(policy, document, "raises", "the boundary allows " + open.get(0)
                    + (open.size() > 1 ? " and " + (open.size() - 1) + " more" : "") + ", by which who carries it can leave"
                    + " it; expected a Deny, or a condition on iam:PermissionsBoundary");
        }
        for (Statement statement : ceiling.isEmpty() ? List.<Statement>of() : statements) {
            for (Property action : statement.allows() ? statement.actions() : List.<Property>of()) {
                String pattern = action.stringOr("");
                if (ceiling.stream().noneMatch(c -> Patterns.matches(c, pattern))) {
                    context.violation(policy, action, "ceiling::" + pattern, "the boundary allows " + pattern
                            + ", which is above the ceiling: expected only " + ceiling);
                }
            }
        }
    }

    private static boolean covers(Statement statement, String action) {
        if (!statement.notActions().isEmpty()) {
            return statement.notActions().stream().noneMatch(a -> Patterns.matches(a.stringOr(""), action));
        }
        return statement.actions().stream().anyMatch(a -> Patterns.matches(a.stringOr(""), action));
    }

    /** Denied everywhere, or unless the other carries a boundary too. */
    private static boolean denies(Statement statement, String action) {
        if (!statement.denies() || !covers(statement, action)) {
            return false;
        }
        return statement.conditions().at().isMissing() || statement.conditions().at().entries().values().stream()
                .flatMap(operator -> operator.entries().keySet().stream())
                .anyMatch(key -> CARRIED.contains(key.toLowerCase(Locale.ROOT)));
    }

    private static boolean carried(Statement statement) {
        return statement.conditions().limit(CARRIED);
    }
}
