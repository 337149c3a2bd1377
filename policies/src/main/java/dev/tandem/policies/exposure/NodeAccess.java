package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** Nodes of a Kubernetes cluster take SSH from named security groups only: without them AWS opens the port to everybody. */
public final class NodeAccess {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present("aws:eks/nodeGroup:NodeGroup", "SSH to the nodes is open to everybody", "sourceSecurityGroupIds",
                    "remoteAccess[0].sourceSecurityGroupIds", "remoteAccess[0].sourceSecurityGroups")
                    .onlyIf(p -> !p.at("remoteAccess[0].ec2SshKey").isMissing()));

    private NodeAccess() {}
}
