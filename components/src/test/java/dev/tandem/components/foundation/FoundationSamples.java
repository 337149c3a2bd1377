package dev.tandem.components.foundation;

import dev.tandem.components.network.Ipv4Cidr;
import java.math.BigDecimal;
import java.util.List;

/** The two regions as the example stacks have them. */
final class FoundationSamples {

    private FoundationSamples() {}

    static FoundationArgs.Builder primary() {
        return in("eu-central-1", "10.20.0.0/16");
    }

    static FoundationArgs.Builder secondary() {
        return in("eu-west-1", "10.30.0.0/16").ownsAuditTrail(true);
    }

    private static FoundationArgs.Builder in(String region, String cidr) {
        return FoundationArgs.builder()
                .environment("prod")
                .region(region)
                .accountId("111122223333")
                .permissionsBoundaryArn("arn:aws:iam::111122223333:policy/tandem-boundary")
                .cidr(Ipv4Cidr.parse(cidr))
                .zones(List.of(region + "a", region + "b"))
                .certificateArn("arn:aws:acm:" + region + ":111122223333:certificate/0f1e2d3c")
                .repositories(List.of("persona", "auth", "envoy", "collector"))
                .monthlyBudgetUsd(new BigDecimal("111.86"))
                .alarmEmails(List.of("oncall@tandem.example"));
    }
}
