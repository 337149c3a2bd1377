package dev.tandem.components.edge;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.network.NetworkIds;
import dev.tandem.components.network.NetworkPlan;
import dev.tandem.components.network.SubnetPlan;
import dev.tandem.components.storage.SecureBucket;
import java.util.List;
import java.util.Map;

/**
 * Application load balancer with a TLS listener that answers 404 until a service adds its path, and an HTTP listener
 * that only redirects. Access logs go to the region's log bucket, under {@code alb/}.
 */
public final class Edge extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:edge:Edge";

    private final SecurityGroup group;
    private final LoadBalancer balancer;
    private final Listener https;

    /**
     * Declares the load balancer.
     *
     * @param name           Pulumi name
     * @param physicalName   name in AWS, at most 32 characters
     * @param plan           what to open
     * @param network        the VPC
     * @param networkPlan    its plan, for the public subnets
     * @param logs           bucket for access logs
     */
    public Edge(String name, String physicalName, EdgePlan plan, NetworkIds network, NetworkPlan networkPlan,
            SecureBucket logs, ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        this.group = new SecurityGroup(name, SecurityGroupArgs.builder()
                .vpcId(network.vpcId())
                .description("Load balancer: HTTPS in, the edge port of tasks out")
                .build(), child);
        plan.rules().forEach(rule -> rule.create(group.id(), child));
        this.balancer = new LoadBalancer(name, LoadBalancerArgs.builder()
                .name(physicalName)
                .loadBalancerType("application")
                .internal(false)
                .ipAddressType("ipv4")
                .securityGroups(group.id().applyValue(List::of))
                .subnets(Output.all(network.of(networkPlan.subnets(SubnetPlan.Kind.PUBLIC))))
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode("defensive")
                .enableDeletionProtection(plan.deletionProtection())
                .accessLogs(LoadBalancerAccessLogsArgs.builder()
                        .bucket(logs.bucketName()).prefix("alb").enabled(true).build())
                .build(), CustomResourceOptions.builder().parent(this).dependsOn(logs.ready()).build());
        this.https = new Listener(name + "-https", ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(443)
                .protocol("HTTPS")
                .sslPolicy(plan.tlsPolicy())
                .certificateArn(EdgeCertificate.arn(name, plan.certificate(), child))
                .routingHttpResponseStrictTransportSecurityHeaderValue("max-age=31536000; includeSubDomains")
                .routingHttpResponseServerEnabled(false)
                .defaultActions(ListenerDefaultActionArgs.builder()
                        .type("fixed-response")
                        .fixedResponse(ListenerDefaultActionFixedResponseArgs.builder()
                                .statusCode("404")
                                .contentType("application/json")
                                .messageBody("{\"error\":\"not found\"}")
                                .build())
                        .build())
                .build(), child);
        new Listener(name + "-http", ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(80)
                .protocol("HTTP")
                .defaultActions(ListenerDefaultActionArgs.builder()
                        .type("redirect")
                        .redirect(ListenerDefaultActionRedirectArgs.builder()
                                .protocol("HTTPS").port("443").statusCode("HTTP_301").build())
                        .build())
                .build(), child);
        if (plan.webFirewall()) {
            WebFirewall.create(name, physicalName, balancer.arn(), child);
        }
        registerOutputs(Map.of("dnsName", balancer.dnsName()));
    }

    /** The load balancer. */
    public LoadBalancer balancer() {
        return balancer;
    }

    /** Its security group. */
    public Output<String> securityGroupId() {
        return group.id();
    }

    /** The TLS listener. */
    public Output<String> httpsListenerArn() {
        return https.arn();
    }
}
