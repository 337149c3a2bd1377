package dev.tandem.policies.resilience;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/** Load balancers and databases refuse to be deleted by mistake. */
public final class DeletionProtection implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:lb/loadBalancer:LoadBalancer", "aws:rds/instance:Instance", "aws:rds/cluster:Cluster",
        "aws:rds/globalCluster:GlobalCluster", "aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster",
        "aws:docdb/globalCluster:GlobalCluster", "aws:neptune/globalCluster:GlobalCluster", "aws:cognito/userPool:UserPool",
    };

    private static final String WRONG = "one command, or one renamed resource, deletes it";

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        if (type.equals("aws:rds/instance:Instance") && !First.nothing(context.get("dbClusterIdentifier"))) {
            context.notApplicable("a member of a cluster is protected by its cluster");
        } else if (!First.nothing(context.get("loadBalancerAttributes"))) {
            Optional<Property> attribute = context.get("loadBalancerAttributes").items().stream()
                    .filter(a -> a.key("key").is("deletion_protection.enabled")).findFirst();
            if (!attribute.map(a -> a.key("value").boolOr(false)).orElse(false)) {
                Expect.report(context, context.get("loadBalancerAttributes"), WRONG, "deletion_protection.enabled");
            }
        } else if (type.startsWith("aws:cognito/")) {
            Property protection = context.get("deletionProtection");
            if (!protection.stringOr("").equals("ACTIVE")) {
                Expect.report(context, protection, WRONG, "ACTIVE");
            }
        } else {
            Property said = context.get(type.startsWith("aws:lb/") ? "enableDeletionProtection" : "deletionProtection");
            if (!said.boolOr(false)) {
                Expect.report(context, said, WRONG, "true");
            }
        }
    }
}
