package dev.tandem.policies.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When versions stop getting security updates without an extra price: AWS' own end of standard support, or that of the
 * engine's project where AWS names none. Dates were taken in November 2026 from AWS' pages where those could be read, and
 * else from AWS' own list (awslabs/aws-service-eol-data, 2026-09) or endoflife.date; those of SQL Server and of Aurora
 * Serverless v1 were not compared with a page. {@code source} is where to look now. A version without a date ended long
 * ago, and its day was not looked up.
 *
 * @param type canonical type token
 * @param paths the version's names, see {@link dev.tandem.policies.types.First}
 * @param engine what {@code engine} (of brokers {@code engineType}) has to match
 * @param versions prefix of the version, up to a dot, to the last day of support
 * @param instead what to move to
 * @param source where the calendar is
 */
record EngineCalendar(
        String type, List<String> paths, String engine, Map<String, String> versions, String instead, String source) {

    private static final String DOCS = "https://docs.aws.amazon.com/";
    private static final String RDS = DOCS + "AmazonRDS/latest/UserGuide/";
    private static final String POSTGRES = DOCS + "AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html";
    private static final String AURORA_POSTGRES =
            DOCS + "AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html";
    private static final String AURORA_MYSQL =
            DOCS + "AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html";
    private static final String SEARCH = "https://aws.amazon.com/blogs/big-data/amazon-opensearch-service-announces-standard-"
            + "and-extended-support-dates-for-elasticsearch-and-opensearch-versions/";
    private static final String CACHE = DOCS + "AmazonElastiCache/latest/dg/extended-support-versions.html";
    private static final String PG = "8 9 10:2023-04-17 11:2024-02-29 12:2025-02-28 13:2026-02-28 14:2027-02-28"
            + " 15:2028-02-29 16:2029-02-28 17:2030-02-28 18:2031-02-28";
    private static final String REDIS = "2:2023-01-13 3:2023-07-31 4:2026-01-31 5:2026-01-31 6:2027-01-31";
    private static final String ES = "1:2025-11-07 2:2025-11-07 5:2025-11-07 6:2025-11-07 7.1:2025-11-07 7.4:2025-11-07"
            + " 7.7:2025-11-07 7.8:2025-11-07 7.9:2027-11-07 7.10:2027-11-07";
    private static final String OS = "OpenSearch_1.0:2025-11-07 OpenSearch_1.1:2025-11-07 OpenSearch_1.2:2025-11-07"
            + " OpenSearch_2.3:2025-11-07 OpenSearch_2.5:2025-11-07 OpenSearch_2.7:2025-11-07 OpenSearch_2.9:2025-11-07 ";

    /** Every calendar. */
    static final List<EngineCalendar> ALL = List.of(
            of("rds/instance:Instance", "engineVersion", "postgres", PG, "16 or newer", POSTGRES),
            of("rds/cluster:Cluster", "engineVersion", "postgres", PG, "16 or newer", POSTGRES),
            of("rds/instance:Instance", "engineVersion", "aurora-postgresql", PG, "16 or newer", AURORA_POSTGRES),
            of("rds/cluster:Cluster", "engineVersion", "aurora-postgresql", PG, "16 or newer", AURORA_POSTGRES),
            of("rds/clusterInstance:ClusterInstance", "engineVersion", "aurora-postgresql", PG, "16 or newer", AURORA_POSTGRES),
            mysql("rds/instance:Instance"), mysql("rds/cluster:Cluster"),
            auroraMysql("rds/instance:Instance"), auroraMysql("rds/cluster:Cluster"),
            auroraMysql("rds/clusterInstance:ClusterInstance"),
            of("rds/cluster:Cluster", "engineMode", ".*", "serverless:2025-03-31", "Aurora Serverless v2",
                    DOCS + "AmazonRDS/latest/AuroraUserGuide/aurora-serverless.html"),
            of("rds/instance:Instance", "engineVersion", "mariadb", "5 10.0 10.1 10.2 10.3 10.4 10.5 10.6:2026-08-31"
                    + " 10.11:2028-02-29 11.4:2029-05-31 11.8:2030-06-30",
                    "10.11 or newer", RDS + "MariaDB.Concepts.VersionMgmt.html"),
            of("rds/instance:Instance", "engineVersion", "sqlserver-.*", "10 11 12:2024-07-09 13:2026-07-14",
                    "15 (2019) or newer", "https://learn.microsoft.com/en-us/lifecycle/products/sql-server-2016"),
            of("elasticache/replicationGroup:ReplicationGroup", "engineVersion", "|redis",
                    REDIS, "7 or newer", CACHE),
            of("elasticache/cluster:Cluster", "engineVersion", "redis",
                    REDIS, "7 or newer", CACHE),
            of("elasticsearch/domain:Domain", "elasticsearchVersion", ".*", ES, "OpenSearch 2 or newer", SEARCH),
            of("opensearch/domain:Domain", "engineVersion", ".*",
                    OS + ES.replaceAll("(^| )(\\d)", "$1Elasticsearch_$2"), "OpenSearch_2.19 or newer", SEARCH),
            of("eks/cluster:Cluster", "version", ".*", "1.10 1.11 1.12 1.13 1.14 1.15 1.16 1.17 1.18 1.19 1.20 1.21 1.22 1.23"
                    + " 1.24 1.25 1.26 1.27 1.28 1.29:2025-03-23 1.30:2025-07-23 1.31:2025-11-26 1.32:2026-03-23 1.33:2026-07-29"
                    + " 1.34:2026-12-02 1.35:2027-03-27 1.36:2027-08-02",
                    "1.35 or newer", DOCS + "eks/latest/userguide/kubernetes-versions.html"),
            of("eks/nodeGroup:NodeGroup", "amiType", ".*", "AL2_x86_64:2025-11-26 AL2_x86_64_GPU:2025-11-26"
                    + " AL2_ARM_64:2025-11-26", "an image of Amazon Linux 2023 or Bottlerocket",
                    DOCS + "eks/latest/userguide/eks-ami-deprecation-faqs.html"),
            of("neptune/cluster:Cluster", "engineVersion", ".*", "1.0 1.1", "1.3 or newer",
                    DOCS + "neptune/latest/userguide/engine-releases.html"),
            of("docdb/cluster:Cluster", "engineVersion", ".*", "3:2026-03-30", "5.0.0",
                    DOCS + "documentdb/latest/devguide/docdb-version-support-dates.html"),
            of("msk/cluster:Cluster", "kafkaVersion", ".*", "1 2.0 2.1 2.2 2.3 2.4 2.5 2.6:2024-09-11 2.7:2024-09-11"
                    + " 2.8:2024-09-11 3.1:2024-09-11 3.2:2024-09-11 3.3:2024-09-11 3.4:2025-08-04 3.5:2025-10-23"
                    + " 3.6:2026-06-01 3.7:2026-09-01", "3.8 or newer",
                    DOCS + "msk/latest/developerguide/supported-kafka-versions.html"),
            activeMq("mq/broker:Broker"), activeMq("mq/configuration:Configuration"),
            rabbitMq("mq/broker:Broker"), rabbitMq("mq/configuration:Configuration"),
            of("glue/job:Job", "glueVersion", ".*", "0.9:2022-06-01 1.0:2022-09-30 2.0:2024-01-31", "4.0 or newer",
                    DOCS + "glue/latest/dg/glue-version-support-policy.html"),
            of("redshift/cluster:Cluster", "nodeType", ".*", "ds1 ds2 dc1", "an ra3 node type",
                    DOCS + "redshift/latest/mgmt/working-with-clusters.html"),
            of("codebuild/project:Project", "environment[0].image", ".*", "aws/codebuild/standard:1 aws/codebuild/standard:2"
                    + " aws/codebuild/standard:3 aws/codebuild/standard:4 aws/codebuild/java aws/codebuild/python"
                    + " aws/codebuild/nodejs aws/codebuild/ruby aws/codebuild/golang aws/codebuild/php aws/codebuild/docker"
                    + " aws/codebuild/ubuntu-base aws/codebuild/dot-net aws/codebuild/amazonlinux2-x86_64-standard:1"
                    + " aws/codebuild/amazonlinux2-x86_64-standard:2 aws/codebuild/amazonlinux2-x86_64-standard:3",
                    "aws/codebuild/standard:7.0", DOCS + "codebuild/latest/userguide/build-env-ref-available.html"));

    private static EngineCalendar activeMq(String type) {
        return of(type, "engineVersion", "(?i)activemq", "5.0 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 5.12"
                    + " 5.13 5.14 5.15:2024-09-16 5.16:2024-11-15 5.17:2025-06-16", "5.18 or newer",
                    DOCS + "amazon-mq/latest/developer-guide/activemq-version-management.html");
    }

    private static EngineCalendar rabbitMq(String type) {
        return of(type, "engineVersion", "(?i)rabbitmq", "3.7 3.8 3.9:2024-09-16 3.10:2024-10-15 3.11:2025-02-17"
                    + " 3.12:2025-03-17", "3.13 or newer",
                    DOCS + "amazon-mq/latest/developer-guide/rabbitmq-version-management.html");
    }

    private static EngineCalendar mysql(String type) {
        return of(type, "engineVersion", "mysql", "5.0 5.1 5.5 5.6 5.7:2024-02-29 8.0:2026-07-31 8.4:2029-07-31", "8.4",
                RDS + "MySQL.Concepts.VersionMgmt.html");
    }

    private static EngineCalendar auroraMysql(String type) {
        return of(type, "engineVersion", "aurora-mysql|aurora", "5.6:2023-02-28 5.7:2024-10-31 8.0.mysql_aurora.2:2024-10-31"
                        + " 8.0.mysql_aurora.3:2028-04-30", "8.0.mysql_aurora.3", AURORA_MYSQL);
    }

    /** The entry for a version: its prefix that ends at a dot, a dash or the version's end, and the day or nothing. */
    Optional<Map.Entry<String, String>> entry(String version) {
        return versions.entrySet().stream()
                .filter(e -> version.startsWith(e.getKey())
                        && (version.length() == e.getKey().length() || ".-:_".indexOf(version.charAt(e.getKey().length())) >= 0))
                .max(Map.Entry.comparingByKey());
    }

    private static EngineCalendar of(
            String type, String paths, String engine, String versions, String instead, String source) {
        Map<String, String> days = new LinkedHashMap<>();
        for (String version : versions.split(" ")) {
            String day = version.matches(".*:\\d{4}-\\d\\d-\\d\\d") ? version.substring(version.length() - 10) : "";
            days.put(day.isEmpty() ? version : version.substring(0, version.length() - 11), day);
        }
        return new EngineCalendar("aws:" + type, List.of(paths.split(",")), engine, days, instead, source);
    }
}
