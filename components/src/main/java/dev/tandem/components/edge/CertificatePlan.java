package dev.tandem.components.edge;

import java.util.Optional;

/**
 * The certificate of the public name: given, or asked for and proven by a DNS record.
 *
 * @param arn        a certificate that is there
 * @param domainName name that a new one is for
 * @param zoneId     public hosted zone in which the new one is proven; it must be delegated already, or AWS waits for ever
 */
public record CertificatePlan(Optional<String> arn, String domainName, String zoneId) {

    /** A certificate that is there. */
    public static CertificatePlan given(String arn) {
        return new CertificatePlan(Optional.of(arn), "", "");
    }

    /** A certificate to be made. */
    public static CertificatePlan validated(String domainName, String zoneId) {
        return new CertificatePlan(Optional.empty(), domainName, zoneId);
    }
}
