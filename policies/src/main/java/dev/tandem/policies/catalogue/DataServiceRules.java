package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.secret;
import static dev.tandem.policies.catalogue.Entry.must;

import dev.tandem.policies.encryption.Caches;
import dev.tandem.policies.encryption.FunctionEnvironment;
import dev.tandem.policies.encryption.SearchDomains;
import dev.tandem.policies.encryption.Streams;
import dev.tandem.policies.transit.CacheTls;
import dev.tandem.policies.transit.DistributionTls;
import dev.tandem.policies.transit.SearchTls;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Encryption, at rest and on the way, of the services around the core: caches, search, streams, functions, edge. */
final class DataServiceRules {

    private DataServiceRules() {}

    static List<Rule> rules() {
        return List.of(
                secret(must("encryption-at-rest-cache", Severity.HIGH))
                        .says("Caches are encrypted")
                        .fix("Set atRestEncryptionEnabled to true; the group is replaced.")
                        .fsbp("ElastiCache.4")
                        .check(new Caches(), Caches.TYPES),
                secret(must("encryption-at-rest-search", Severity.HIGH))
                        .says("Search domains are encrypted")
                        .fix("Set encryptAtRest.enabled to true.")
                        .fsbp("Opensearch.1")
                        .check(new SearchDomains(), SearchDomains.TYPES),
                secret(must("encryption-at-rest-streams", Severity.HIGH))
                        .says("Streams are encrypted")
                        .fix("Set encryptionType KMS and kmsKeyId (delivery streams: serverSideEncryption.enabled).")
                        .fsbp("Kinesis.1")
                        .check(new Streams(), Streams.TYPES),
                secret(must("encryption-at-rest-lambda", Severity.MEDIUM))
                        .says("Environments of functions are encrypted with a customer key")
                        .fix("Set kmsKeyArn to the region's key.")
                        .check(new FunctionEnvironment(), "aws:lambda/function:Function"),
                secret(must("tls-cache", Severity.HIGH))
                        .says("Caches are spoken to over TLS")
                        .fix("Set transitEncryptionEnabled to true.")
                        .fsbp("ElastiCache.5")
                        .check(CacheTls.RULE),
                secret(must("tls-search", Severity.HIGH))
                        .says("Search domains answer HTTPS only")
                        .fix("Set domainEndpointOptions.enforceHttps to true.")
                        .fsbp("Opensearch.8")
                        .check(SearchTls.HTTPS),
                secret(must("tls-cloudfront", Severity.HIGH))
                        .says("CloudFront serves HTTPS only")
                        .fix("Set viewerProtocolPolicy to redirect-to-https and minimumProtocolVersion to TLSv1.2_2021.")
                        .fsbp("CloudFront.3")
                        .check(new DistributionTls(), "aws:cloudfront/distribution:Distribution"));
    }
}
