package dev.tandem.components.failover;

import java.util.List;
import java.util.Map;

/** The pair of the reference program. */
final class PairFixtures {

    static final String PEER_STACK = "organization/tandem/eu-central-1";

    private PairFixtures() {}

    static FailoverArgs args() {
        return FailoverArgs.of("eu-central-1", "eu-west-1", "tandem.example.com", "api",
                EdgeCheck.every30Seconds("/api/auth/healthz"), Map.of("Project", "tandem"));
    }

    static PeerOutputs peer() {
        return new PeerOutputs("eu-central-1", "vpc-ce", "10.20.0.0/16", List.of("rtb-a-ce", "rtb-b-ce"),
                "alb.eu-central-1.example.com", "ZALBce");
    }

    static Map<String, Object> outputs() {
        return Map.of(
                "region", "eu-central-1",
                "vpcId", "vpc-ce",
                "vpcCidr", "10.20.0.0/16",
                "privateRouteTableIds", List.of("rtb-a-ce", "rtb-b-ce"),
                "albDnsName", "alb.eu-central-1.example.com",
                "albZoneId", "ZALBce",
                "clusterName", "something else that the stack exports");
    }
}
