package dev.tandem.components.edge;

import dev.tandem.components.network.Ipv4Cidr;
import dev.tandem.components.network.MeshPorts;
import dev.tandem.components.network.TrafficRule;
import dev.tandem.components.network.TrafficRule.Direction;
import java.util.List;

/**
 * What is decided about the edge, as plain data.
 *
 * @param tlsPolicy          ELB security policy of the TLS listener
 * @param deletionProtection whether AWS refuses to delete the load balancer
 * @param rules              what the load balancer's security group opens
 * @param certificate        certificate of the public name
 * @param webFirewall        whether a web application firewall stands before it
 */
public record EdgePlan(
        String tlsPolicy, boolean deletionProtection, List<TrafficRule> rules, CertificatePlan certificate,
        boolean webFirewall) {

    /** TLS 1.3 and 1.2, forward secrecy and authenticated encryption only. */
    public static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /**
     * Plans the edge of a VPC.
     *
     * @param vpc                IPv4 range of the VPC
     * @param deletionProtection whether AWS refuses to delete the load balancer
     * @param certificate        certificate of the public name
     * @param webFirewall        whether a web application firewall stands before it
     */
    public static EdgePlan of(Ipv4Cidr vpc, boolean deletionProtection, CertificatePlan certificate, boolean webFirewall) {
        return new EdgePlan(TLS_POLICY, deletionProtection, List.of(
                new TrafficRule("edge-https", Direction.IN, 443, "0.0.0.0/0", "HTTPS from anywhere"),
                new TrafficRule("edge-http", Direction.IN, 80, "0.0.0.0/0", "HTTP from anywhere, answered by a redirect"),
                new TrafficRule("edge-to-tasks", Direction.OUT, MeshPorts.EDGE, vpc.toString(),
                        "TLS to the edge listeners of the tasks")), certificate, webFirewall);
    }
}
