package dev.tandem.policies.graph;

import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which policy documents a role, user or group of the stack ends up with. */
public final class Holders {

    /** Types that hold rights. */
    public static final List<String> TYPES = List.of("aws:iam/role:Role", "aws:iam/user:User", "aws:iam/group:Group");

    private static final String POLICY = "aws:iam/policy:Policy";

    /** Inline policy resource to the property that names its holder. */
    private static final Map<String, String> INLINE = Map.of(
            "aws:iam/rolePolicy:RolePolicy", "role,roleName", "aws:iam/userPolicy:UserPolicy", "user,userName",
            "aws:iam/groupPolicy:GroupPolicy", "group,groupName");

    private static final Map<String, String> ATTACHED = Map.of(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role",
            "aws:iam/userPolicyAttachment:UserPolicyAttachment", "user",
            "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "group",
            "aws:iam/policyAttachment:PolicyAttachment", "roles,users,groups",
            "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "roleName");

    private Holders() {}

    /** The documents that are certainly the holder's: its own, inline ones, and those of attached policies. */
    public static List<Property> documents(ResourceGraph graph, Resource holder) {
        List<Property> out = new ArrayList<>(identity(graph, holder));
        INLINE.forEach((type, paths) -> graph.ofType(type).stream()
                .filter(r -> names(r, paths, holder))
                .forEach(r -> out.addAll(identity(graph, r))));
        Set<Resource> policies = new LinkedHashSet<>();
        for (Resource policy : graph.ofType(POLICY)) {
            boolean own = names(holder, "managedPolicyArns", policy) || names(policy, "roles,users,groups", holder);
            boolean attached = ATTACHED.entrySet().stream().anyMatch(e -> graph.ofType(e.getKey()).stream()
                    .anyMatch(a -> names(a, e.getValue(), holder) && names(a, "policyArn,policyArns", policy)));
            if (own || attached) {
                policies.add(policy);
            }
        }
        policies.forEach(p -> out.addAll(identity(graph, p)));
        return out;
    }

    private static List<Property> identity(ResourceGraph graph, Resource r) {
        return PolicyHolders.documents(r, graph.typeOf(r), PolicyKind.IDENTITY).stream()
                .filter(p -> !(p.path().segments().get(0) instanceof PropertyPath.Key top)
                        || !Declared.of(r, top.name()).isMissing())
                .toList();
    }

    private static boolean names(Resource from, String paths, Resource to) {
        return List.of(paths.split(",")).stream()
                .anyMatch(path -> !First.nothing(from.get(path)) && Links.between(from, path, to) == Link.YES);
    }
}
