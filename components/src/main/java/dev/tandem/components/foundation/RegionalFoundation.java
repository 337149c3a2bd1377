package dev.tandem.components.foundation;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.servicediscovery.PrivateDnsNamespace;
import com.pulumi.aws.servicediscovery.PrivateDnsNamespaceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.edge.Edge;
import dev.tandem.components.network.Endpoints;
import dev.tandem.components.network.Network;
import dev.tandem.components.network.NetworkIds;
import dev.tandem.components.network.SubnetPlan.Kind;
import dev.tandem.components.storage.SecureBucket;
import dev.tandem.components.storage.SecureBucketArgs;
import java.util.Map;

/**
 * Everything in a region that services share: network, endpoints, load balancer, cluster, service discovery, customer
 * key, repositories, logs, alarms, budget and, in the region that owns it, the audit trail.
 *
 * <p>Give it the region's provider: every child inherits it.
 */
public final class RegionalFoundation extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:foundation:RegionalFoundation";

    private final String name;
    private final FoundationArgs args;
    private final FoundationPlan plan;
    private final CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    private final ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    private final Output<String> namespaceZoneId;
    private final FoundationRef ref;

    /** Declares the foundation of the region that the arguments name. */
    public RegionalFoundation(String name, FoundationArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.name = name;
        this.args = args;
        this.plan = FoundationPlan.of(args);
        Output<String> key = key();
        SecureBucket logs = logBucket();
        NetworkIds network = Network.idsOf(name + "-network", args.choices().networkModule(), plan.network(), part);
        if (plan.network().existing().isEmpty()) {
            flowLog(network, logs);
        }
        Endpoints endpoints =
                new Endpoints(name + "-endpoints", args.network().region(), plan.network(), network, part);
        Edge edge = new Edge(name + "-edge", plan.balancerName(), plan.edge(), network, plan.network(), logs, part);
        TaskCluster cluster = new TaskCluster(name + "-cluster", plan.clusterName(), execLogGroup(key), key, part);
        PrivateDnsNamespace namespace = new PrivateDnsNamespace(name + "-namespace", PrivateDnsNamespaceArgs.builder()
                .name(plan.namespace())
                .description("Where services of the mesh find each other")
                .vpc(network.vpcId())
                .build(), child);
        this.namespaceZoneId = namespace.hostedZone();
        Repositories repositories = new Repositories(name + "-images", plan.repositories(), key, args.adopted().pipelineRoleArn(),
                "arn:aws:lambda:" + args.network().region() + ":" + args.network().accountId() + ":function:" + args.prefix() + "-*", part);
        operationsLog(key);
        Alerts alerts = new Alerts(name + "-alerts", plan.alerts(), key, edge.balancer().arnSuffix(), part);
        plan.trail().ifPresent(trail -> new AuditTrail(name + "-trail", trail, key, logs, part));
        this.ref = new FoundationRef(
                args.network().region(), args.project(), args.environment(), args.network().accountId(),
                args.permissionsBoundaryArn(),
                plan.network().cidr().toString(), network.vpcId(),
                network.of(plan.network().subnets(Kind.PUBLIC)),
                network.of(plan.network().subnets(Kind.PRIVATE)), network.privateRouteTableIds(),
                cluster.arn(), cluster.clusterName(), namespace.id(), namespace.arn(), edge.balancer().arn(),
                edge.balancer().arnSuffix(), edge.balancer().dnsName(), edge.balancer().zoneId(),
                edge.securityGroupId(), edge.httpsListenerArn(), endpoints.securityGroupId(),
                endpoints.prefixListId("s3"), endpoints.prefixListId("dynamodb"), key, key, alerts.topicArn(),
                repositories.urls(), plan.network().egress(), args.choices().metricsNamespace(), plan.alerts().knownTopicArn());
        registerOutputs(Map.of("vpcId", ref.vpcId(), "albDnsName", ref.albDnsName(), "clusterArn", ref.clusterArn()));
    }

    /** What services need to know of this foundation. */
    public FoundationRef ref() {
        return ref;
    }

    /** Id of the zone that Cloud Map keeps for the namespace: a record for each task. */
    public Output<String> namespaceZoneId() {
        return namespaceZoneId;
    }

    private Output<String> key() {
        Key key = new Key(name + "-key", KeyArgs.builder()
                .description("Data at rest of " + args.prefix() + " in " + args.network().region())
                .enableKeyRotation(true)
                .rotationPeriodInDays(365)
                .deletionWindowInDays(30)
                .policy(plan.keyPolicy())
                .build(), child);
        new Alias(name + "-key", AliasArgs.builder().name(plan.keyAlias()).targetKeyId(key.keyId()).build(), child);
        return key.arn();
    }

    /** S3's own key instead of the customer key: load balancers cannot write with any other. */
    private SecureBucket logBucket() {
        SecureBucketArgs.Builder bucket =
                SecureBucketArgs.builder(plan.logBucket()).expirationDays(args.logRetentionDays());
        plan.logStatements().forEach(bucket::statement);
        return new SecureBucket(name + "-logs", bucket.build(), part);
    }

    private void flowLog(NetworkIds network, SecureBucket logs) {
        new FlowLog(name + "-flow-log", FlowLogArgs.builder()
                .vpcId(network.vpcId())
                .trafficType("ALL")
                .logDestinationType("s3")
                .logDestination(logs.arn().applyValue(arn -> arn + "/vpc/"))
                .maxAggregationInterval(600)
                .build(), CustomResourceOptions.builder().parent(this).dependsOn(logs.ready()).build());
    }

    private Output<String> execLogGroup(Output<String> key) {
        return new LogGroup(name + "-exec-log", LogGroupArgs.builder()
                .name(plan.execLogGroup())
                .kmsKeyId(key)
                .retentionInDays(args.logRetentionDays())
                .build(), child).name();
    }

    /** Operators' commands write here who did what. */
    private void operationsLog(Output<String> key) {
        new LogGroup(name + "-operations-log", LogGroupArgs.builder()
                .name(plan.operationsLog())
                .kmsKeyId(key)
                .retentionInDays(args.logRetentionDays())
                .build(), child);
    }
}
