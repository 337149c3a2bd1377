package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;

/** EMR clusters have a security configuration, know their users by Kerberos, and are in subnets chosen for them. */
public final class MapReduceClusters {

    private static final String CLUSTER = "aws:emr/cluster:Cluster";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            named(CLUSTER, "nothing says how data is encrypted", "the name of a SecurityConfiguration", "securityConfiguration"),
            present(CLUSTER, "whoever reaches a node may be any user", "kerberosAttributes with realm and kdcAdminPassword",
                    "kerberosAttributes"),
            of(CLUSTER, "AWS chooses the subnet, which may be public", "subnetId or subnetIds of private subnets",
                    p -> p.isUnknown() || !First.nothing(p),
                    "ec2Attributes[0].subnetId", "ec2Attributes[0].subnetIds", "instances.ec2SubnetId", "instances.ec2SubnetIds"));

    private MapReduceClusters() {}
}
