package dev.tandem.components.iam;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * A role with its inline policies.
 *
 * @param role     the role
 * @param policies what it may do; depend on these where the rights must exist before the role is used
 */
public record BoundedRole(Role role, List<RolePolicy> policies) {

    /** Keeps its own list. */
    public BoundedRole {
        policies = List.copyOf(policies);
    }

    /**
     * Declares the role and one {@code aws.iam.RolePolicy} per inline policy.
     *
     * @param name    Pulumi name of the role; a policy's is this, a dash and the policy's name
     * @param plan    what to create
     * @param options parent and, through it, the region's provider
     */
    public static BoundedRole create(String name, RolePlan plan, CustomResourceOptions options) {
        Role role = new Role(
                name,
                RoleArgs.builder()
                        .name(plan.name())
                        .description(plan.description())
                        .assumeRolePolicy(plan.trust().toJson())
                        .permissionsBoundary(plan.permissionsBoundaryArn())
                        .tags(plan.tags())
                        .build(),
                options);
        List<RolePolicy> policies = new ArrayList<>();
        plan.policies().forEach((key, document) -> policies.add(new RolePolicy(
                name + "-" + key,
                RolePolicyArgs.builder()
                        .name(key)
                        .role(role.name())
                        .policy(document.toJson())
                        .build(),
                options)));
        return new BoundedRole(role, policies);
    }
}
