package dev.tandem.cost.usage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A quantity that a plan does not tell, with the default that is assumed. All are per month unless the unit says
 * otherwise. Where they stand in a usage file is {@link #group()} and {@link #key()}.
 */
public enum Meter {
    EDGE_REQUESTS("edge", "requests", "requests", "500000", Scope.SERVICE,
            "requests that come in through the load balancer, each service"),
    RELEASE_HOURS("fargate", "releaseHours", "hours", "4", Scope.SERVICE,
            "hours in which a second version runs one task beside the first, each service"),
    SERVICE_METRICS("metrics", "perService", "metrics", "4", Scope.SERVICE,
            "custom metrics that the collector emits, each service"),

    ALB_LCU("edge", "lcu", "LCU", "0.05", Scope.REGION, "mean capacity units of each application load balancer"),
    NLB_LCU("edge", "nlcu", "NLCU", "0.05", Scope.REGION, "mean capacity units of each network load balancer"),
    ENDPOINT_DATA("endpoints", "dataGb", "GB", "5", Scope.REGION, "data through all interface endpoints"),
    NAT_DATA("nat", "dataGb", "GB", "5", Scope.REGION, "data through all NAT gateways"),
    TRACED_PERCENT("tracing", "sampledPercent", "percent", "5", Scope.REGION, "share of edge requests that is traced"),
    KMS_REQUESTS("kms", "requests", "requests", "69000", Scope.REGION,
            "data keys and decryptions for queues, tables, logs and secrets, without SecureStrings"),
    KMS_SIGNATURES("kms", "signatures", "requests", "1000", Scope.REGION, "signatures by asymmetric keys"),
    SECURE_STRING_SECONDS("ssm", "secureStringPollSeconds", "seconds", "300", Scope.REGION,
            "time between two reads of a SecureString by a running task; each read is a KMS request"),
    SSM_CALLS("ssm", "calls", "calls", "20000", Scope.REGION, "calls for advanced parameters"),
    SECRET_CALLS("secrets", "calls", "calls", "2000", Scope.REGION, "reads of secrets"),
    LOGS_STANDARD("logs", "standardGb", "GB", "1.2", Scope.REGION, "log ingest, Standard class, with metric records"),
    LOGS_INFREQUENT("logs", "infrequentGb", "GB", "0.6", Scope.REGION,
            "log ingest that goes to groups of the Infrequent Access class where the plan has one"),
    LOGS_VENDED("logs", "vendedGb", "GB", "0.5", Scope.REGION, "flow logs, where the plan has any"),
    REGIONAL_METRICS("metrics", "regional", "metrics", "1", Scope.REGION, "custom metrics that belong to no service"),
    INSIGHTS_METRICS("metrics", "insights", "metrics", "30", Scope.REGION,
            "metrics of Container Insights, where a cluster switches it on"),
    REFRESHING_CLUSTERS("dns", "refreshingClusters", "clusters", "3", Scope.REGION,
            "proxy clusters that ask for service discovery's DNS names, each once per TTL"),
    DNS_QUERIES("dns", "queries", "queries", "0", Scope.REGION,
            "standard queries for public zones; queries for alias records are free"),
    TABLE_READS("dynamodb", "reads", "RRU", "1000000", Scope.REGION, "on-demand read units, without route polling"),
    TABLE_WRITES("dynamodb", "writes", "WRU", "600000", Scope.REGION, "on-demand write units"),
    TABLE_STORAGE("dynamodb", "storageGb", "GB", "0.5", Scope.REGION, "data in all tables"),
    STREAM_READS("dynamodb", "streamReads", "units", "100000", Scope.REGION, "reads of table streams, without Lambda"),
    ROUTE_POLL_SECONDS("dynamodb", "routePollSeconds", "seconds", "5", Scope.REGION,
            "time between two reads of the route pointer by a running task, half a read unit each"),
    QUEUE_REQUESTS("sqs", "requests", "requests", "1000000", Scope.REGION, "send, receive, delete and empty receives"),
    TOPIC_REQUESTS("sns", "requests", "requests", "100", Scope.REGION, "messages published"),
    TOPIC_HTTP("sns", "httpDeliveries", "deliveries", "1000", Scope.REGION,
            "messages delivered by HTTP or HTTPS, where a subscription does that"),
    TOPIC_EMAILS("sns", "emails", "deliveries", "10", Scope.REGION, "messages delivered by e-mail"),
    EVENTS("events", "published", "events", "250000", Scope.REGION, "custom events of up to 64 KB"),
    EVENTS_CROSS_REGION("events", "crossRegion", "events", "50000", Scope.REGION,
            "events sent to a bus in another region, where a rule does that"),
    TRANSITIONS("workflows", "transitions", "transitions", "6000", Scope.REGION, "state transitions"),
    EXPRESS_REQUESTS("workflows", "expressRequests", "requests", "10000", Scope.REGION, "runs of express workflows"),
    LAMBDA_REQUESTS("lambda", "requests", "requests", "50000", Scope.REGION, "function runs"),
    LAMBDA_GB_SECONDS("lambda", "gbSeconds", "GB-seconds", "3125", Scope.REGION,
            "memory times duration of all runs; 50,000 runs of 0.5 s at 128 MiB"),
    IMAGES("ecr", "storageGb", "GB", "3", Scope.REGION, "images in all repositories"),
    BUCKET_STORAGE("s3", "storageGb", "GB", "3", Scope.REGION, "objects in all buckets, Standard class"),
    BUCKET_WRITES("s3", "writes", "requests", "9900", Scope.REGION, "PUT, COPY, POST and LIST requests"),
    BUCKET_READS("s3", "reads", "requests", "1000", Scope.REGION, "GET and other requests"),
    TRANSFER_INTERNET("transfer", "internetGb", "GB", "2", Scope.REGION, "data out to the internet"),
    TRANSFER_REGIONS("transfer", "crossRegionGb", "GB", "5", Scope.REGION,
            "data to the other region: peering and replication"),
    TRANSFER_ZONES("transfer", "crossZoneGb", "GB", "3", Scope.REGION,
            "data between availability zones, charged in each direction"),
    TRAIL_EVENTS("cloudtrail", "managementEvents", "events", "100000", Scope.REGION,
            "management events; free in the first trail"),
    TRAIL_DATA_EVENTS("cloudtrail", "dataEvents", "events", "100000", Scope.REGION,
            "data events, where a trail selects any"),
    CONFIG_ITEMS("config", "items", "items", "500", Scope.REGION, "configuration items recorded"),
    CONFIG_EVALUATIONS("config", "evaluations", "evaluations", "500", Scope.REGION, "rule evaluations"),
    GUARD_EVENTS("guardduty", "events", "events", "100000", Scope.REGION, "management events analysed"),
    GUARD_LOGS("guardduty", "flowLogGb", "GB", "1", Scope.REGION, "flow and DNS logs analysed"),
    AURORA_STORAGE("aurora", "storageGb", "GB", "10", Scope.REGION, "data in all clusters"),
    AURORA_IO("aurora", "ioRequests", "requests", "1000000", Scope.REGION, "I/O requests of all clusters"),
    TRANSIT_DATA("transitGateway", "dataGb", "GB", "5", Scope.REGION, "data through all transit gateway attachments"),
    LATTICE_DATA("lattice", "dataGb", "GB", "5", Scope.REGION, "data through all VPC Lattice services"),
    FILES("efs", "storageGb", "GB", "5", Scope.REGION, "files in all file systems"),
    STREAM_PUTS("kinesis", "putUnits", "units", "1000000", Scope.REGION, "records put, in units of 25 KB"),
    PIPELINE_MINUTES("codepipeline", "actionMinutes", "minutes", "100", Scope.REGION,
            "minutes of actions in pipelines of type V2"),
    SCANNED("athena", "scannedTb", "TB", "0.01", Scope.REGION, "data scanned by queries"),
    ACTIVE_USERS("cognito", "activeUsers", "users", "1000", Scope.REGION, "users who sign in, all user pools"),
    IMAGES_SCANNED("inspector", "images", "images", "10", Scope.REGION, "images scanned for the first time"),
    IMAGES_RESCANNED("inspector", "rescans", "re-scans", "100", Scope.REGION, "automatic re-scans of images"),
    CA_CERTIFICATES("privateCa", "certificates", "certificates", "1", Scope.REGION,
            "certificates that all private authorities issue"),
    FIS_MINUTES("fis", "actionMinutes", "action-minutes", "10", Scope.REGION, "minutes of fault injection actions");

    /** What the number in a usage file stands for. */
    public enum Scope {
        /** All of a stack's region together. */
        REGION,
        /** Each service; {@code services.<name>} may say otherwise. */
        SERVICE
    }

    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    /** Digits after the point; a sum with 1e-100000000 would write out as many. */
    private static final int MOST_PLACES = 20;

    private final String group;
    private final String key;
    private final String unit;
    private final BigDecimal standard;
    private final Scope scope;
    private final String meaning;

    Meter(String group, String key, String unit, String standard, Scope scope, String meaning) {
        this.group = group;
        this.key = key;
        this.unit = unit;
        this.standard = new BigDecimal(standard);
        this.scope = scope;
        this.meaning = meaning;
    }

    /** First-level key in a usage file. */
    public String group() {
        return group;
    }

    /** Second-level key. */
    public String key() {
        return key;
    }

    /** Both keys: {@code logs.standardGb}. */
    public String path() {
        return group + "." + key;
    }

    public String unit() {
        return unit;
    }

    /** What is assumed when no file says otherwise. */
    public BigDecimal standard() {
        return standard;
    }

    public Scope scope() {
        return scope;
    }

    public String meaning() {
        return meaning;
    }

    /** Intervals and percentages have a range of their own; every other quantity is 0 or more. */
    public boolean allows(BigDecimal value) {
        BigDecimal least = unit.equals("seconds") ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal most = unit.equals("percent") ? BigDecimal.valueOf(100) : MOST;
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0 && Math.abs(value.scale()) <= MOST_PLACES;
    }

    /** What {@link #allows} takes, in words. */
    public String allowed() {
        return switch (unit) {
            case "seconds" -> "a number of seconds between 1 and 10^12";
            case "percent" -> "a percentage between 0 and 100";
            default -> "a number of " + unit + " between 0 and 10^12";
        };
    }

    static List<String> groups() {
        return Arrays.stream(values()).map(Meter::group).distinct().sorted().toList();
    }

    static List<String> keysOf(String group) {
        return Arrays.stream(values()).filter(m -> m.group.equals(group)).map(Meter::key).sorted().toList();
    }

    static Optional<Meter> find(String group, String key) {
        return Arrays.stream(values()).filter(m -> m.group.equals(group) && m.key.equals(key)).findFirst();
    }
}
