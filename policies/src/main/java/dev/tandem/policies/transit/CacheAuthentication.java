package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** Whoever speaks to a cache shows a token, or is a user of it. */
public final class CacheAuthentication {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            of("aws:elasticache/replicationGroup:ReplicationGroup", "everybody in the network may read and write the cache",
                    "an authToken or userGroupIds", p -> p.isUnknown() || p.items().stream().anyMatch(i -> i.isUnknown() || !i.stringOr("").isBlank()),
                    "authToken", "userGroupIds"),
            of("aws:memorydb/cluster:Cluster", "everybody in the network may read and write", "an access list other than open-access",
                    p -> !p.is("open-access"), "aclName"),
            off("aws:elasticache/user:User", "everybody in the network may be this user", "noPasswordRequired"),
            matching("aws:elasticache/user:User", "everybody in the network may be this user", "(?!no-password-required$).*",
                    "password or iam", "authenticationMode[0].type"));

    private CacheAuthentication() {}
}
