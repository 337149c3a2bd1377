package dev.tandem.policies.cost;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Machines and disks are of a generation whose successor does more for less. */
public final class PreviousGeneration {

    private static final String OLD =
            "(db\\.|cache\\.)?(t1|t2|m1|m2|m3|m4|c1|c3|c4|r3|r4|i2|d2|g2|g3|p2|x1)\\..*";
    private static final String NEW = "(?!" + OLD + "$).*";
    private static final String WHY = "the successor of this generation does more for less";
    private static final String EXPECTED = "a current family, such as t4g, m7g or r7g";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:ec2/instance:Instance", WHY, NEW, EXPECTED, "instanceType"),
            matching("aws:ec2/launchTemplate:LaunchTemplate", WHY, NEW, EXPECTED, "instanceType", "launchTemplateData.instanceType"),
            matching("aws:ec2/launchConfiguration:LaunchConfiguration", WHY, NEW, EXPECTED, "instanceType"),
            matching("aws:rds/instance:Instance", WHY, NEW, "a current family, such as db.t4g or db.r7g", "instanceClass", "dbInstanceClass"),
            matching("aws:rds/clusterInstance:ClusterInstance", WHY, NEW, "a current family, such as db.r7g", "instanceClass"),
            matching("aws:elasticache/replicationGroup:ReplicationGroup", WHY, NEW, "a current family, such as cache.t4g",
                    "nodeType", "cacheNodeType"),
            matching("aws:elasticache/cluster:Cluster", WHY, NEW, "a current family, such as cache.t4g", "nodeType", "cacheNodeType"),
            matching("aws:ebs/volume:Volume", "gp3 costs a fifth less and is not slower", "(?!gp2$|standard$|io1$).*", "gp3 or io2",
                    "type", "volumeType"));

    private PreviousGeneration() {}
}
