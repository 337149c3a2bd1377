package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;
import java.util.List;

/** CloudFront speaks TLS 1.2 or newer to its origins, and to viewers with a certificate of the owner's: two rules. */
public final class DistributionOrigins {

    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    private static final List<String> OLD = List.of("SSLv3", "TLSv1", "TLSv1.1");

    /** Towards origins. */
    public static final Demands ORIGINS = Demands.of(
            matching(DISTRIBUTION, "plain HTTP goes to the origin", "https-only|match-viewer", "https-only",
                    "customOriginConfig[0].originProtocolPolicy")
                    .inEach("origins").onlyIf(o -> !o.at("customOriginConfig").items().isEmpty()),
            of(DISTRIBUTION, "old TLS versions are used to the origin", "TLSv1.2 only",
                    p -> p.strings().stream().noneMatch(OLD::contains),
                    "customOriginConfig[0].originSslProtocols", "customOriginConfig[0].originSSLProtocols")
                    .inEach("origins").onlyIf(o -> !o.at("customOriginConfig").items().isEmpty()),
            matching(DISTRIBUTION, "plain HTTP goes to the origin", "https-only|match-viewer", "https-only",
                    "customOriginConfig.originProtocolPolicy")
                    .inEach("distributionConfig", "origins").onlyIf(o -> !o.at("customOriginConfig").items().isEmpty()));

    /** Towards viewers: with CloudFront's own certificate TLS 1.0 is accepted, and nothing changes that. */
    public static final Demands CERTIFICATE = Demands.of(
            of(DISTRIBUTION, "TLS 1.0 is accepted with CloudFront's own certificate", "acmCertificateArn and TLSv1.2_2021",
                    p -> p.isUnknown() || !p.items().isEmpty() && !p.at("[0].cloudfrontDefaultCertificate").boolOr(false)
                            && !p.at("[0].cloudFrontDefaultCertificate").boolOr(false),
                    "viewerCertificate", "distributionConfig.viewerCertificate"),
            of(DISTRIBUTION, "an own address at each edge is paid for clients that are gone", "sni-only",
                    p -> p.isUnknown() || !p.is("vip"), "viewerCertificate[0].sslSupportMethod", "distributionConfig.viewerCertificate.sslSupportMethod"));

    private DistributionOrigins() {}
}
