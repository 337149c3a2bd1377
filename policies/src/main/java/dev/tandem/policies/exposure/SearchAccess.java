package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.on;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** A search domain knows its users, down to single indices, and has a security group of its own. */
public final class SearchAccess {

    private static final String USERS = "whoever gets to the domain may read every index";
    private static final String GROUP = "the VPC's default security group decides who gets to the domain";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:opensearch/domain:Domain", USERS, "advancedSecurityOptions[0].enabled"),
            on("aws:elasticsearch/domain:Domain", USERS, "advancedSecurityOptions[0].enabled"),
            present("aws:opensearch/domain:Domain", GROUP, "securityGroupIds", "vpcOptions[0].securityGroupIds")
                    .onlyIf(p -> !p.at("vpcOptions[0].subnetIds").isMissing()),
            present("aws:elasticsearch/domain:Domain", GROUP, "securityGroupIds", "vpcOptions[0].securityGroupIds")
                    .onlyIf(p -> !p.at("vpcOptions[0].subnetIds").isMissing()));

    private SearchAccess() {}
}
