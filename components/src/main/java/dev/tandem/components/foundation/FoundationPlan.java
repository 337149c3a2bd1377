package dev.tandem.components.foundation;

import dev.tandem.components.edge.EdgePlan;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.network.NetworkPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is decided about a region's foundation, as plain data.
 *
 * @param network       address plan, endpoints
 * @param edge          load balancer
 * @param balancerName  physical name of the load balancer
 * @param clusterName   physical name of the cluster
 * @param namespace     private DNS name under which services find each other
 * @param keyAlias      alias of the customer key
 * @param keyPolicy     its policy (JSON)
 * @param logBucket     physical name of the bucket for delivered logs
 * @param logStatements what that bucket allows
 * @param execLogGroup  log group of debug sessions in containers
 * @param operationsLog log group of what operators did
 * @param repositories  physical name of a repository by image
 * @param alerts        topic, budget, the edge's alarm
 * @param trail         the audit trail, in the region that owns it
 */
public record FoundationPlan(
        NetworkPlan network,
        EdgePlan edge,
        String balancerName,
        String clusterName,
        String namespace,
        String keyAlias,
        String keyPolicy,
        String logBucket,
        List<Statement> logStatements,
        String execLogGroup,
        String operationsLog,
        Map<String, String> repositories,
        AlertsPlan alerts,
        Optional<AuditTrailPlan> trail) {

    /** Private DNS name under which services find each other. */
    public static final String NAMESPACE = "svc.local";

    /** Plans a foundation. Pure: equal arguments give equal plans. */
    public static FoundationPlan of(FoundationArgs args) {
        String region = args.network().region();
        String account = args.network().accountId();
        String logBucket = bucket(args, "logs");
        Optional<AuditTrailPlan> trail = args.ownsAuditTrail() && args.adopted().trailArn().isEmpty()
                ? Optional.of(AuditTrailPlan.of(args.prefix(), region, account, bucket(args, "trail"), args.choices().trailLock()))
                : Optional.empty();
        Map<String, String> repositories = new TreeMap<>();
        args.repositories().forEach(image -> repositories.put(image, repositoryName(args.project(), args.environment(), image)));
        return new FoundationPlan(
                NetworkPlan.of(args.network()),
                EdgePlan.of(args.network().cidr(), args.deletionProtection(), args.certificate(), args.choices().webFirewall()),
                args.prefix() + "-" + region,
                args.prefix(),
                NAMESPACE,
                KeyAlias.data(args.project(), args.environment()),
                KeyPolicy.of(region, account, trail.map(AuditTrailPlan::trailArn),
                        Optional.of(args.prefix()).filter(cluster -> args.choices().debug())).toJson(),
                logBucket,
                LogDelivery.toLogBucket("arn:aws:s3:::" + logBucket, region, account),
                execLogGroup(args.project(), args.environment()),
                "/" + args.project() + "/" + args.environment() + "/operations",
                repositories,
                AlertsPlan.of(args),
                trail);
    }

    /** Name of an image's repository, the same in every region, as replication keeps names. */
    public static String repositoryName(String project, String environment, String image) {
        return project + "/" + environment + "/" + image;
    }

    /** Log group of what is typed and shown in debug sessions. */
    public static String execLogGroup(String project, String environment) {
        return "/" + project + "/" + environment + "/exec";
    }

    /** Bucket names are unique in all of AWS: the account number makes them so. */
    private static String bucket(FoundationArgs args, String use) {
        return String.join("-", args.prefix(), args.network().region(), use, args.network().accountId());
    }
}
