package dev.tandem.e2e.mesh;

import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.mesh.identity.SsmParameters;
import dev.tandem.mesh.identity.TrustDomain;
import dev.tandem.mesh.identity.ca.KmsSigningKey;
import dev.tandem.mesh.identity.issue.AuditRecord;
import dev.tandem.mesh.identity.issue.IssueReport;
import dev.tandem.mesh.identity.issue.IssueRequest;
import dev.tandem.mesh.identity.issue.Issuer;
import dev.tandem.mesh.identity.issue.IssuerSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The real issuer, with its CA's key in the simulator's KMS, for the services of a test. */
final class IssuerOnMoto {

    private static final String CA = "alias/tandem-test-mesh-ca-a";
    private static final String DATA = "alias/tandem-test";
    private static final String ROLE = "tandem-test-mesh-issuer-" + MeshOnMoto.REGION;

    private final List<AuditRecord> audit = new CopyOnWriteArrayList<>();
    private final IssuerSettings settings;
    private final KmsClient kms;
    private final SsmParameters parameters;

    IssuerOnMoto(MeshOnMoto aws, List<String> services) {
        kms = aws.client(KmsClient.builder());
        String key = kms.createKey(spec -> spec.keySpec(KeySpec.ECC_NIST_P256).keyUsage(KeyUsageType.SIGN_VERIFY)).keyMetadata().keyId();
        kms.createAlias(alias -> alias.aliasName(CA).targetKeyId(key));
        parameters = new SsmParameters(aws.client(SsmClient.builder()), DATA, ROLE);
        settings = new IssuerSettings("tandem", "test", new TrustDomain(MeshOnLoopback.TRUST_DOMAIN), MeshOnMoto.REGION, MeshOnMoto.REGION,
                services, CA, DATA, ROLE);
    }

    /** What was recorded of each certificate. */
    List<AuditRecord> audit() {
        return audit;
    }

    /**
     * Runs it once, as its schedule does or somebody by hand.
     *
     * @param life  how long the identities live
     * @param ahead how far its clock is before that of everybody else, also negative
     */
    IssueReport run(IssueRequest request, Duration life, Duration ahead) {
        return new Issuer(settings.withSvidLife(life), parameters, parameters, id -> KmsSigningKey.of(kms, id, ROLE), audit::add,
                Clock.offset(Clock.systemUTC(), ahead)).run(request);
    }
}
