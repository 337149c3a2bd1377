package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;

/** Certificates have a key that lasts, are in the public logs of issued certificates, and are for names rather than for all. */
public final class SoundCertificates {

    private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    private static final String ANY = "whoever has the key of one server may answer for every name of the domain";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching(CERTIFICATE, "the key can be broken", "(?!RSA_1024$).*", "RSA_2048, EC_prime256v1 or longer", "keyAlgorithm"),
            matching(CERTIFICATE, "nobody notices a certificate that others had issued for the name", "(?!DISABLED$).*", "ENABLED",
                    "options[0].certificateTransparencyLoggingPreference", "certificateTransparencyLoggingPreference"),
            matching(CERTIFICATE, ANY, "(?!\\*\\.).*", "the names that are served", "domainName"),
            of(CERTIFICATE, ANY, "the names that are served", p -> p.strings().stream().noneMatch(n -> n.startsWith("*.")),
                    "subjectAlternativeNames"));

    private SoundCertificates() {}
}
