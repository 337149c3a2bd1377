package dev.tandem.policies.lifecycle;

import dev.tandem.policies.types.AwsTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A service, or one kind of resource of it, that AWS has ended. Compared on 2026-11-22 with AWS' own pages: App Mesh,
 * QLDB, WAF Classic, IoT Events, Proton, Kinesis Data Analytics for SQL and Pinpoint; on 2026-11-26 Inspector Classic,
 * Lex V1, Greengrass V1, FinSpace and the two Lookouts; the others were written down from announcements.
 *
 * @param prefix what canonical type tokens begin with
 * @param name as AWS calls it
 * @param ended last day it worked
 * @param source where AWS says so
 * @param instead what to use
 */
record Retirement(String prefix, String name, LocalDate ended, String source, String instead) {

    private static final String LEX = "Amazon Lex V1";
    private static final String LEX_PAGE = "https://docs.aws.amazon.com/lex/latest/dg/API_Operations.html";
    private static final String LEX_NEXT = "Lex V2";

    private static final List<Retirement> ALL = List.of(
            of("aws:appmesh/", "AWS App Mesh", "2026-09-30",
                    "https://aws.amazon.com/blogs/containers/migrating-from-aws-app-mesh-to-amazon-ecs-service-connect/",
                    "Envoy sidecars with the mesh backend \"envoy\", or ECS Service Connect"),
            of("aws:opsworks/", "AWS OpsWorks Stacks", "2024-05-26",
                    "https://docs.aws.amazon.com/opsworks/latest/userguide/stacks-eol-faqs.html",
                    "ECS, or Systems Manager"),
            of("aws:qldb/", "Amazon QLDB", "2025-07-31",
                    "https://docs.aws.amazon.com/qldb/latest/developerguide/document-history.html", "Aurora PostgreSQL"),
            of("aws:waf/", "AWS WAF Classic", "2025-09-30",
                    "https://docs.aws.amazon.com/waf/latest/developerguide/waf-migrating-from-classic.html", "AWS WAF (wafv2)"),
            of("aws:wafregional/", "AWS WAF Classic", "2025-09-30",
                    "https://docs.aws.amazon.com/waf/latest/developerguide/waf-migrating-from-classic.html", "AWS WAF (wafv2)"),
            of("aws:iotevents/", "AWS IoT Events", "2026-05-20",
                    "https://docs.aws.amazon.com/iotevents/latest/developerguide/doc-history.html",
                    "IoT Core rules, EventBridge and Step Functions"),
            of("aws:proton/", "AWS Proton", "2026-10-07",
                    "https://docs.aws.amazon.com/proton/latest/userguide/proton-end-of-support.html", "Pulumi components"),
            of("aws:rds/securityGroup:", "EC2-Classic", "2022-08-15",
                    "https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/", "VPC security groups"),
            of("aws:redshift/securityGroup:", "EC2-Classic", "2022-08-15",
                    "https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/", "VPC security groups"),
            of("aws:elasticache/securityGroup:", "EC2-Classic", "2022-08-15",
                    "https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/", "VPC security groups"),
            of("aws:elastictranscoder/", "Amazon Elastic Transcoder", "2025-11-13",
                    "https://aws.amazon.com/blogs/media/support-for-amazon-elastic-transcoder-ending-soon/",
                    "MediaConvert"),
            of("aws:mediastore/", "AWS Elemental MediaStore", "2025-11-13",
                    "https://aws.amazon.com/blogs/media/support-for-aws-elemental-mediastore-ending-soon/",
                    "S3 or MediaPackage"),
            of("aws:evidently/", "Amazon CloudWatch Evidently", "2025-10-17",
                    "https://aws.amazon.com/blogs/mt/support-for-amazon-cloudwatch-evidently-ending-soon/",
                    "AppConfig feature flags"),
            of("aws:kinesis/analyticsApplication:", "Kinesis Data Analytics for SQL", "2026-01-27",
                    "https://docs.aws.amazon.com/kinesisanalytics/latest/dev/discontinuation.html",
                    "Managed Service for Apache Flink"),
            of("aws:pinpoint/", "Amazon Pinpoint", "2026-10-30",
                    "https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html",
                    "End User Messaging, SES, Connect"),
            of("aws:inspector/", "Amazon Inspector Classic", "2026-05-20",
                    "https://docs.aws.amazon.com/inspector/v1/userguide/inspector-migration.html", "Amazon Inspector (inspector2)"),
            of("aws:lex/bot:", LEX, "2025-09-15", LEX_PAGE, LEX_NEXT),
            of("aws:lex/botAlias:", LEX, "2025-09-15", LEX_PAGE, LEX_NEXT),
            of("aws:lex/intent:", LEX, "2025-09-15", LEX_PAGE, LEX_NEXT),
            of("aws:lex/slotType:", LEX, "2025-09-15", LEX_PAGE, LEX_NEXT),
            of("aws:greengrass/", "AWS IoT Greengrass V1", "2026-10-07",
                    "https://docs.aws.amazon.com/greengrass/v2/developerguide/migrate-from-v1.html", "Greengrass V2"),
            of("aws:finspace/", "Amazon FinSpace", "2026-10-07",
                    "https://docs.aws.amazon.com/finspace/latest/data-api/amazon-finspace-end-of-support.html",
                    "Athena, EMR or Redshift"),
            of("aws:lookoutequipment/", "Amazon Lookout for Equipment", "2026-10-07",
                    "https://aws.amazon.com/blogs/machine-learning/preserve-access-and-explore-alternatives-for-amazon-lookout-for-equipment/",
                    "SageMaker or IoT SiteWise"),
            of("aws:lookoutvision/", "Amazon Lookout for Vision", "2025-10-31",
                    "https://docs.aws.amazon.com/lookout-for-vision/latest/developer-guide/what-is.html", "SageMaker"));

    /** The retirement that concerns a canonical type. */
    static Optional<Retirement> of(String type) {
        // What aws-native calls Lex is the second version.
        String canonicalType = type.startsWith("aws-native:lex:") ? type : AwsTypes.canonical(type);
        return ALL.stream().filter(r -> canonicalType.startsWith(r.prefix())).findFirst();
    }

    private static Retirement of(String prefix, String name, String ended, String source, String instead) {
        return new Retirement(prefix, name, LocalDate.parse(ended), source, instead);
    }
}
