package dev.tandem.dev;

import dev.tandem.mesh.identity.TrustDomain;
import dev.tandem.mesh.identity.issue.IssueReport;
import dev.tandem.mesh.identity.issue.IssueRequest;
import dev.tandem.mesh.identity.issue.IssuerClients;
import dev.tandem.mesh.identity.issue.IssuerSettings;
import dev.tandem.auth.RotateKeys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The issuer's own code on a schedule of this process instead of EventBridge's: identities, and the keys of tokens. */
public final class LocalIssuer implements AutoCloseable {

    private static final String CA_KEY = "alias/" + CloudResources.BASE + "-mesh-ca";
    private static final String DATA_KEY = "alias/" + CloudResources.BASE;

    private final IssuerClients clients;
    private final RotateKeys tokenKeys;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "issuer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Makes the keys, issues at once, and then each hour what is due.
     *
     * @throws DevException when a service got no identity
     */
    public LocalIssuer(Simulator aws, List<String> services) {
        KmsClient kms = aws.client(KmsClient.builder());
        alias(kms, CA_KEY, kms.createKey(key -> key.keySpec(KeySpec.ECC_NIST_P256).keyUsage(KeyUsageType.SIGN_VERIFY)).keyMetadata().keyId());
        alias(kms, DATA_KEY, kms.createKey(key -> key.description("data")).keyMetadata().keyId());
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        clients = new IssuerClients(new IssuerSettings("tandem", CloudResources.ENVIRONMENT, new TrustDomain(CloudResources.TRUST_DOMAIN),
                Simulator.REGION, "eu-west-1", services, CA_KEY, DATA_KEY, CloudResources.BASE + "-mesh-issuer"), Optional.of(aws.endpoint()));
        tokenKeys = new RotateKeys(aws.client(SsmClient.builder()), "/tandem/" + CloudResources.ENVIRONMENT);
        IssueReport report = issue();
        if (!report.failures().isEmpty()) {
            throw new DevException("not every service has an identity: " + report.failures());
        }
        schedule.scheduleAtFixedRate(this::issue, 1, 1, TimeUnit.HOURS);
    }

    private IssueReport issue() {
        tokenKeys.run(java.time.Instant.now());
        return clients.issuer(entry -> { }, Clock.systemUTC()).run(IssueRequest.due("./tandem dev"));
    }

    private static void alias(KmsClient kms, String name, String keyId) {
        kms.createAlias(alias -> alias.aliasName(name).targetKeyId(keyId));
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        clients.close();
    }
}
