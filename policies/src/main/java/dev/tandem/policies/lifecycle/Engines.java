package dev.tandem.policies.lifecycle;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/**
 * Engines, clusters and build images that get security updates. Only versions are listed whose own project, and AWS'
 * standard support, ended long ago, so that the list errs to silence: AWS' calendars move. Written down 2026-11 from the
 * release calendars of RDS, ElastiCache, OpenSearch Service, EKS, Glue and CodeBuild, and not compared again; see
 * https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html and siblings.
 */
public final class Engines {

    private static final String OVER = "the version gets no security updates, or only those that are paid for";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            not("aws:rds/instance:Instance", "(8\\.|9\\.|1[0-2](\\.|$)).*", "16 or newer", "engineVersion").when("engine", "(aurora-)?postgresql|postgres"),
            not("aws:rds/instance:Instance", "5\\..*|8\\.0\\.mysql_aurora\\.2.*", "8.4 (Aurora: 8.0.mysql_aurora.3)", "engineVersion")
                    .when("engine", "mysql|aurora-mysql|aurora"),
            not("aws:rds/instance:Instance", "5\\..*|10\\.[0-5](\\..*)?", "10.11 or newer", "engineVersion").when("engine", "mariadb"),
            not("aws:rds/cluster:Cluster", "(8\\.|9\\.|1[0-2](\\.|$)).*", "16 or newer", "engineVersion").when("engine", "(aurora-)?postgresql|postgres"),
            not("aws:rds/cluster:Cluster", "5\\..*|8\\.0\\.mysql_aurora\\.2.*", "8.4 (Aurora: 8.0.mysql_aurora.3)", "engineVersion")
                    .when("engine", "mysql|aurora-mysql|aurora"),
            not("aws:rds/cluster:Cluster", "5\\..*|10\\.[0-5](\\..*)?", "10.11 or newer", "engineVersion").when("engine", "mariadb"),
            not("aws:elasticache/replicationGroup:ReplicationGroup", "[2-5](\\..*)?", "7 or newer", "engineVersion")
                    .when("engine", "|redis"),
            not("aws:elasticache/cluster:Cluster", "[2-5](\\..*)?", "7 or newer", "engineVersion").when("engine", "redis"),
            not("aws:elasticsearch/domain:Domain", "[1-6]\\..*", "OpenSearch 2 or newer", "elasticsearchVersion"),
            not("aws:opensearch/domain:Domain", "Elasticsearch_[1-6]\\..*|OpenSearch_1\\.[0-2]", "OpenSearch_2.19 or newer",
                    "engineVersion"),
            not("aws:eks/cluster:Cluster", "1\\.(1\\d|2\\d|\\d)", "1.33 or newer", "version"),
            not("aws:neptune/cluster:Cluster", "1\\.[01]\\..*", "1.3 or newer", "engineVersion"),
            not("aws:docdb/cluster:Cluster", "3\\..*", "5.0.0", "engineVersion"),
            not("aws:msk/cluster:Cluster", "1\\..*|2\\.[0-5]\\..*", "3.6 or newer", "kafkaVersion"),
            not("aws:mq/broker:Broker", "5\\.(\\d|1[0-6])(\\..*)?|3\\.([0-9]|10)(\\..*)?", "5.18 (RabbitMQ: 3.13) or newer",
                    "engineVersion"),
            not("aws:glue/job:Job", "0\\.9|1\\.0|2\\.0", "4.0 or newer", "glueVersion"),
            not("aws:codebuild/project:Project", "aws/codebuild/standard:[1-4]\\.0|aws/codebuild/(java|python|nodejs|ruby|"
                    + "golang|php|docker|ubuntu-base|dot-net).*", "aws/codebuild/standard:7.0", "environment[0].image"));

    private Engines() {}

    private static Demand not(String type, String versions, String expected, String... paths) {
        return matching(type, OVER, "(?!(" + versions + ")$).*", expected, paths);
    }
}
