package dev.tandem.components.edge;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Declares what a certificate's plan says. */
public final class EdgeCertificate {

    private static final int TTL_SECONDS = 300;

    private EdgeCertificate() {}

    /** ARN of the certificate, once it is valid. */
    public static Output<String> arn(String name, CertificatePlan plan, CustomResourceOptions child) {
        return plan.arn().map(Output::of).orElseGet(() -> validated(name, plan, child));
    }

    /** ACM asks for one record for each name and account, so both regions declare the same one; hence the overwriting. */
    private static Output<String> validated(String name, CertificatePlan plan, CustomResourceOptions child) {
        Certificate certificate = new Certificate(name + "-certificate", CertificateArgs.builder()
                .domainName(plan.domainName())
                .validationMethod("DNS")
                .build(), child);
        Record proof = new Record(name + "-certificate-proof", RecordArgs.builder()
                .zoneId(plan.zoneId())
                .name(asked(certificate, CertificateDomainValidationOption::resourceRecordName))
                .type("CNAME")
                .records(asked(certificate, CertificateDomainValidationOption::resourceRecordValue).applyValue(List::of))
                .ttl(TTL_SECONDS)
                .allowOverwrite(true)
                .build(), child);
        return new CertificateValidation(name + "-certificate", CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(proof.fqdn().applyValue(List::of))
                .build(), child).certificateArn();
    }

    private static Output<String> asked(
            Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> part) {
        return certificate.domainValidationOptions().applyValue(options -> part.apply(options.get(0)).orElseThrow());
    }
}
