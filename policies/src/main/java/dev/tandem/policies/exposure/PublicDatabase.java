package dev.tandem.policies.exposure;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Databases, brokers, replication and mainframes have no public address. */
public final class PublicDatabase implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:redshift/cluster:Cluster",
        "aws:neptune/clusterInstance:ClusterInstance", "aws:dms/replicationInstance:ReplicationInstance",
        "aws:mq/broker:Broker", "aws:redshiftserverless/workgroup:Workgroup", "aws:lightsail/database:Database",
        "aws:timestreaminfluxdb/dbInstance:DbInstance", "aws:timestreaminfluxdb/dbCluster:DbCluster",
        "aws:rds/shardGroup:ShardGroup", "aws:neptunegraph/graph:Graph", "aws:m2/environment:Environment",
    };

    private static final String WRONG = "can be reached from the internet";

    @Override
    public void check(ResourceContext context) {
        boolean openUnlessSaid = AwsTypes.canonical(context.resource().type()).startsWith("aws:redshift/")
                && context.resource().type().startsWith("aws:") && First.nothing(context.get("publiclyAccessible"));
        if (openUnlessSaid) {
            Expect.report(context, context.get("publiclyAccessible"), WRONG, "false, since the default is true");
        } else {
            Expect.off(context, WRONG, "publiclyAccessible", "publicConnectivity");
        }
    }
}
