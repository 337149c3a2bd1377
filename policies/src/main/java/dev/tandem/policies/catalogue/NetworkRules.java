package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.network.DefaultGroupClosed;
import dev.tandem.policies.network.GroupRules;
import dev.tandem.policies.network.NoWorldEgress;
import dev.tandem.policies.network.NoWorldIngress;
import dev.tandem.policies.network.WorldWebOnlyOnLoadBalancer;
import dev.tandem.policies.transit.HttpOnlyRedirects;
import dev.tandem.policies.transit.ListenerTls;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Security groups and what travels between them. */
final class NetworkRules {

    private static final String LISTENER = "aws:lb/listener:Listener";

    private NetworkRules() {}

    static List<Rule> rules() {
        return List.of(
                must("sg-no-world-ingress", Severity.CRITICAL)
                        .says("No security group lets the internet in, but for web ports of a load balancer")
                        .fix("Name the source security group, or the ranges of the known callers.")
                        .gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.20", "A.8.22").cis("5.2", "5.3")
                        .fsbp("EC2.18", "EC2.19")
                        .check(new NoWorldIngress(), NoWorldIngress.TYPES),
                stackMust("sg-web-only-load-balancer", Severity.HIGH)
                        .says("Ports 443 and 80 are open to the internet only on a load balancer's security group")
                        .fix("Take the load balancer's security group as source; only the load balancer faces the"
                                + " internet.")
                        .gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.20", "A.8.22").fsbp("EC2.18")
                        .check(new WorldWebOnlyOnLoadBalancer()),
                must("sg-no-world-egress", Severity.HIGH)
                        .says("No security group lets everything out to the internet on all ports")
                        .fix("Allow the ports that are used, such as tcp/443, to the security groups, prefix lists or"
                                + " ranges that are needed.")
                        .gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.20", "A.8.12")
                        .check(new NoWorldEgress(), GroupRules.TYPES),
                must("sg-default-closed", Severity.MEDIUM)
                        .says("The default security group lets nothing through")
                        .fix("Declare the DefaultSecurityGroup without rules.")
                        .gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.20").cis("5.4").fsbp("EC2.2")
                        .check(new DefaultGroupClosed(), GroupRules.DEFAULT_GROUP),
                must("tls-listener-minimum", Severity.HIGH)
                        .says("Listeners accept TLS 1.2 and newer only")
                        .fix("Set sslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06 or newer.")
                        .gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.24").fsbp("ELB.17")
                        .check(new ListenerTls(), LISTENER),
                must("tls-http-redirect", Severity.HIGH)
                        .says("Plain HTTP only redirects to HTTPS")
                        .fix("Make the default action of the HTTP listener a redirect with protocol HTTPS and status"
                                + " HTTP_301.")
                        .gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.24").fsbp("ELB.1")
                        .check(new HttpOnlyRedirects(), LISTENER));
    }
}
