package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.transit.ApiDomains;
import dev.tandem.policies.transit.BucketTransport;
import dev.tandem.policies.transit.CacheAuthentication;
import dev.tandem.policies.transit.ClassicBalancers;
import dev.tandem.policies.transit.ClassicPolicy;
import dev.tandem.policies.transit.DatabaseTls;
import dev.tandem.policies.transit.DistributionOrigins;
import dev.tandem.policies.transit.FileSystemMounts;
import dev.tandem.policies.transit.KafkaTls;
import dev.tandem.policies.transit.Mail;
import dev.tandem.policies.transit.MapReduceTls;
import dev.tandem.policies.transit.MessageTransport;
import dev.tandem.policies.transit.SearchTls;
import dev.tandem.policies.transit.Subscriptions;
import dev.tandem.policies.transit.Targets;
import dev.tandem.policies.transit.Training;
import dev.tandem.policies.transit.TransferPolicy;
import dev.tandem.policies.transit.TransferProtocols;
import dev.tandem.policies.transit.Verification;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** What travels encrypted beside listeners: to databases, caches and targets, between nodes, out of the account. */
final class TransitRules {

    private TransitRules() {}

    static List<Rule> rules() {
        List<Rule> all = new ArrayList<>(inside());
        all.addAll(outside());
        return all;
    }

    private static List<Rule> inside() {
        return List.of(
                onTheWay(must("tls-search-nodes", Severity.HIGH))
                        .says("Nodes of search domains talk TLS")
                        .fix("Set nodeToNodeEncryption.enabled to true.")
                        .fsbp("ES.3", "Opensearch.3")
                        .check(SearchTls.BETWEEN_NODES),
                onTheWay(must("tls-search-version", Severity.MEDIUM))
                        .says("Search domains accept TLS 1.2 and newer only")
                        .fix("Set tlsSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10.")
                        .fsbp("ES.8", "Opensearch.8")
                        .check(SearchTls.VERSION),
                onTheWay(advice("cache-authentication", Severity.MEDIUM))
                        .says("Whoever speaks to a cache shows a token or is a user of it")
                        .fix("Set userGroupIds, or authToken from a secret (MemoryDB: an aclName of its own).")
                        .fsbp("ElastiCache.6")
                        .check(CacheAuthentication.RULE),
                onTheWay(must("tls-kafka", Severity.HIGH))
                        .says("Kafka's clients and brokers talk TLS")
                        .fix("Set encryptionInfo.encryptionInTransit to clientBroker TLS and inCluster true.")
                        .fsbp("MSK.1")
                        .check(KafkaTls.RULE),
                onTheWay(must("tls-database", Severity.HIGH))
                        .says("Nothing switches off TLS to a database")
                        .fix("Set the parameter that the message names to its value that forces TLS; sslMode of an"
                                + " endpoint to verify-full.")
                        .fsbp("DMS.9")
                        .check(DatabaseTls.NOT_OFF),
                onTheWay(advice("tls-database-forced", Severity.MEDIUM))
                        .says("Databases that take plain text by default are told not to")
                        .fix("Set rds.force_ssl, require_secure_transport or require_ssl in the parameter group.")
                        .fsbp("Redshift.2")
                        .check(DatabaseTls.FORCED),
                onTheWay(advice("tls-target", Severity.LOW))
                        .says("Load balancers speak TLS to their targets")
                        .fix("Set protocol of the target group to HTTPS.")
                        .check(Targets.RULE),
                onTheWay(must("tls-file-system-mount", Severity.MEDIUM))
                        .says("Tasks mount file systems over TLS")
                        .fix("Set efsVolumeConfiguration.transitEncryption to ENABLED.")
                        .check(FileSystemMounts.RULE),
                onTheWay(advice("tls-training", Severity.LOW))
                        .says("Containers of a learning job talk TLS")
                        .fix("Set networkConfig.enableInterContainerTrafficEncryption to true.")
                        .fsbp("SageMaker.9", "SageMaker.10", "SageMaker.13", "SageMaker.15")
                        .check(Training.RULE),
                onTheWay(must("tls-emr", Severity.MEDIUM))
                        .says("EMR encrypts data between its nodes")
                        .fix("Set EnableInTransitEncryption to true, with a certificate provider.")
                        .check(MapReduceTls.RULE));
    }

    private static List<Rule> outside() {
        return List.of(
                onTheWay(must("tls-api-domain", Severity.HIGH))
                        .says("Domains of APIs accept TLS 1.2 and newer only")
                        .fix("Set securityPolicy to TLS_1_2.")
                        .check(ApiDomains.RULE),
                onTheWay(must("tls-classic-balancer", Severity.HIGH))
                        .says("Classic load balancers take TLS only")
                        .fix("Set lbProtocol to https or ssl with a certificate, or move to an application load balancer.")
                        .fsbp("ELB.3")
                        .check(ClassicBalancers.RULE),
                onTheWay(must("tls-classic-policy", Severity.HIGH))
                        .says("TLS policies of classic load balancers start at TLS 1.2")
                        .fix("Set Reference-Security-Policy to ELBSecurityPolicy-TLS-1-2-2017-01.")
                        .fsbp("ELB.8")
                        .check(new ClassicPolicy(), "aws:elb/loadBalancerPolicy:LoadBalancerPolicy"),
                onTheWay(must("tls-cloudfront-origin", Severity.HIGH))
                        .says("CloudFront speaks TLS 1.2 to its origins")
                        .fix("Set originProtocolPolicy to https-only and originSslProtocols to TLSv1.2.")
                        .fsbp("CloudFront.9", "CloudFront.10")
                        .check(DistributionOrigins.ORIGINS),
                onTheWay(advice("tls-cloudfront-certificate", Severity.MEDIUM))
                        .says("CloudFront serves with a certificate for which TLS 1.2 can be asked")
                        .fix("Set acmCertificateArn, sslSupportMethod sni-only and minimumProtocolVersion TLSv1.2_2021.")
                        .fsbp("CloudFront.7")
                        .check(DistributionOrigins.CERTIFICATE),
                onTheWay(must("transfer-no-ftp", Severity.HIGH))
                        .says("File transfer servers take no plain FTP")
                        .fix("Set protocols to SFTP, FTPS or AS2.")
                        .fsbp("Transfer.2")
                        .check(TransferProtocols.RULE),
                onTheWay(advice("tls-transfer-policy", Severity.LOW))
                        .says("File transfer servers use a current security policy")
                        .fix("Set securityPolicyName to TransferSecurityPolicy-2024-01 or newer.")
                        .check(TransferPolicy.RULE),
                onTheWay(advice("tls-mail", Severity.LOW))
                        .says("Mail leaves over TLS or not at all")
                        .fix("Set deliveryOptions.tlsPolicy to Require.")
                        .check(Mail.RULE),
                onTheWay(must("tls-certificate-verified", Severity.HIGH))
                        .says("Nobody skips the check of a certificate")
                        .fix("Switch off the property that the message names; let the other side have a certificate that can be checked.")
                        .check(Verification.RULE),
                onTheWay(must("tls-subscription", Severity.MEDIUM))
                        .says("Topics deliver over HTTPS")
                        .fix("Set protocol to https.")
                        .check(Subscriptions.RULE),
                onTheWay(stackAdvice("s3-secure-transport", Severity.MEDIUM))
                        .says("Buckets refuse requests without TLS")
                        .fix("Add a policy statement that denies s3:* when aws:SecureTransport is false.")
                        .cis("2.1.1").fsbp("S3.5")
                        .check(new BucketTransport()),
                onTheWay(advice("message-secure-transport", Severity.LOW))
                        .says("Policies of queues and topics refuse requests without TLS")
                        .fix("Add a statement that denies every action when aws:SecureTransport is false.")
                        .check(new MessageTransport(), MessageTransport.TYPES));
    }

    private static Entry onTheWay(Entry entry) {
        return entry.gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.20", "A.8.24");
    }
}
