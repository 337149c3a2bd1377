package dev.tandem.components.failover;

import dev.tandem.components.failover.machine.PairedService;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pair of the reference program. */
final class PairFixtures {

    static final String PEER_STACK = "organization/tandem/eu-central-1";

    static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/data";

    private PairFixtures() {}

    static List<PairedService> services() {
        return List.of(
                new PairedService("auth", "auth-stable", Optional.of("tandem-prod-auth"), 2, 2, 4),
                new PairedService("persona", "persona-stable", Optional.of("tandem-prod-persona"), 1, 2, 4));
    }

    static FailoverArgs args() {
        return FailoverArgs.of("eu-central-1", "eu-west-1", "tandem.example.com", "api",
                EdgeCheck.every30Seconds("/api/auth/healthz"), services(), Map.of("Project", "tandem"));
    }

    static PeerOutputs peer() {
        return new PeerOutputs("eu-central-1", "vpc-ce", "10.20.0.0/16", List.of("rtb-a-ce", "rtb-b-ce"),
                "alb.eu-central-1.example.com", "ZALBce", KEY);
    }

    static Map<String, Object> outputs() {
        return Map.of(
                "region", "eu-central-1",
                "vpcId", "vpc-ce",
                "vpcCidr", "10.20.0.0/16",
                "privateRouteTableIds", List.of("rtb-a-ce", "rtb-b-ce"),
                "albDnsName", "alb.eu-central-1.example.com",
                "albZoneId", "ZALBce",
                "kmsKeyArn", KEY,
                "clusterName", "something else that the stack exports");
    }
}
