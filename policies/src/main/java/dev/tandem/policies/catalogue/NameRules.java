package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.access;
import static dev.tandem.policies.catalogue.Controls.closed;
import static dev.tandem.policies.catalogue.Controls.log;
import static dev.tandem.policies.catalogue.Controls.secret;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.exposure.DomainsKept;
import dev.tandem.policies.exposure.NamesOfItsOwn;
import dev.tandem.policies.exposure.PasswordsByReference;
import dev.tandem.policies.exposure.SoundCertificates;
import dev.tandem.policies.exposure.ZonesSigned;
import dev.tandem.policies.iam.ThirdParties;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Names: zones, domains, certificates, and who is behind the name of an administrator. */
final class NameRules {

    private NameRules() {}

    static List<Rule> rules() {
        return List.of(
                closed(stackAdvice("dns-zone-signed", Severity.MEDIUM))
                        .says("Public zones are signed")
                        .fix("Add a KeySigningKey and a HostedZoneDnsSec for the zone.")
                        .check(ZonesSigned.signed()),
                log(stackAdvice("dns-query-logs", Severity.LOW))
                        .says("Public zones log their queries")
                        .fix("Add a QueryLog for the zone, with a log group in us-east-1.")
                        .fsbp("Route53.2")
                        .check(ZonesSigned.logged()),
                closed(must("domain-kept", Severity.MEDIUM))
                        .says("Domains stay with their owner")
                        .fix("Leave transferLock, autoRenew and the privacy switches out, or set them to true.")
                        .check(DomainsKept.RULE),
                secret(advice("certificate-sound", Severity.MEDIUM))
                        .says("Certificates have a lasting key, are publicly logged and name their names")
                        .fix("Set keyAlgorithm to RSA_2048 or EC_prime256v1, leave transparency logging on, and name the names.")
                        .fsbp("ACM.2")
                        .check(SoundCertificates.RULE),
                access(must("passwords-by-reference", Severity.HIGH))
                        .says("Passwords are no plain text in a program")
                        .fix("Take the password from a secret, or set manageMasterUserPassword to true.")
                        .check(PasswordsByReference.RULE),
                access(advice("database-own-names", Severity.LOW))
                        .says("Administrators and first databases have names of their own")
                        .fix("Choose another name than the usual one; the database is replaced.")
                        .fsbp("RDS.24", "RDS.25", "Redshift.8", "RedshiftServerless.5")
                        .check(NamesOfItsOwn.RULE),
                access(must("iam-third-party-external-id", Severity.HIGH))
                        .says("Third parties are asked for an external id")
                        .fix("Add a condition StringEquals sts:ExternalId with the id that the third party gave.")
                        .texts("thirdPartyAccounts", "numbers of accounts whose owners work for many customers")
                        .check(new ThirdParties(), ThirdParties.TYPES));
    }
}
