package dev.tandem.e2e.identity;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.mesh.identity.IdentityPaths;
import dev.tandem.mesh.identity.LastGoodIdentity;
import dev.tandem.mesh.identity.ParameterIdentitySource;
import dev.tandem.mesh.identity.ParameterStore;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.SsmParameters;
import dev.tandem.mesh.identity.TrustDomain;
import dev.tandem.mesh.identity.ca.KmsSigningKey;
import dev.tandem.mesh.identity.issue.AuditRecord;
import dev.tandem.mesh.identity.issue.Issuer;
import dev.tandem.mesh.identity.issue.IssuerSettings;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Two regions with their keys in a simulator, an issuer in each, and a clock that all of them share. */
public final class Stage {

    public static final String PRIMARY = "eu-central-1";
    public static final String SECONDARY = "eu-west-1";
    public static final TrustDomain DOMAIN = new TrustDomain("prod.example.com");
    public static final IdentityPaths PATHS = new IdentityPaths("tandem", "prod");
    public static final String CA_ALIAS = "alias/tandem-prod-mesh-ca-a";
    public static final String DATA_ALIAS = "alias/tandem-prod";

    private static final AwsCredentials ALL_RIGHTS = AwsBasicCredentials.create("test", "test");

    final TestClock clock = new TestClock(Instant.parse("2026-11-26T12:00:00Z"));
    final List<AuditRecord> audit = new CopyOnWriteArrayList<>();
    private final Moto moto;

    public Stage(Moto moto) {
        this.moto = moto;
        for (String region : List.of(PRIMARY, SECONDARY)) {
            newCaKey(region);
            KmsClient kms = kms(region, ALL_RIGHTS);
            String data = kms.createKey(key -> key.description("data")).keyMetadata().keyId();
            kms.createAlias(alias -> alias.aliasName(DATA_ALIAS).targetKeyId(data));
        }
    }

    /** A new key under the CA's alias. */
    public String newCaKey(String region) {
        KmsClient kms = kms(region, ALL_RIGHTS);
        String key = kms.createKey(spec -> spec.keySpec(KeySpec.ECC_NIST_P256).keyUsage(KeyUsageType.SIGN_VERIFY))
                .keyMetadata().keyId();
        boolean there = kms.listAliases().aliases().stream().anyMatch(alias -> alias.aliasName().equals(CA_ALIAS));
        if (there) {
            kms.updateAlias(alias -> alias.aliasName(CA_ALIAS).targetKeyId(key));
        } else {
            kms.createAlias(alias -> alias.aliasName(CA_ALIAS).targetKeyId(key));
        }
        return key;
    }

    /** An issuer that may do everything. */
    public Issuer issuer(String region) {
        return issuer(region, DOMAIN, ALL_RIGHTS);
    }

    Issuer issuer(String region, TrustDomain domain, AwsCredentials credentials) {
        IssuerSettings settings = settings(region, domain);
        KmsClient kms = kms(region, credentials);
        return new Issuer(settings, store(region, credentials), store(settings.peerRegion(), credentials),
                key -> KmsSigningKey.of(kms, key, settings.role()), audit::add, clock);
    }

    public IssuerSettings settings(String region, TrustDomain domain) {
        return new IssuerSettings("tandem", "prod", domain, region, region.equals(PRIMARY) ? SECONDARY : PRIMARY,
                List.of("auth", "persona"), CA_ALIAS, DATA_ALIAS, "tandem-prod-mesh-issuer-" + region);
    }

    /** What a service's agent reads. */
    public LastGoodIdentity agent(String region, String service) {
        return new LastGoodIdentity(new ParameterIdentitySource(
                store(region, ALL_RIGHTS), PATHS, SpiffeId.ofService(DOMAIN, "prod", service), clock));
    }

    ParameterStore store(String region) {
        return store(region, ALL_RIGHTS);
    }

    SsmClient ssm(String region) {
        return moto.client(SsmClient.builder(), region, ALL_RIGHTS);
    }

    ParameterStore store(String region, AwsCredentials credentials) {
        return new SsmParameters(
                moto.client(SsmClient.builder(), region, credentials), DATA_ALIAS, "tandem-prod-mesh-issuer-" + region);
    }

    private KmsClient kms(String region, AwsCredentials credentials) {
        return moto.client(KmsClient.builder(), region, credentials);
    }
}
