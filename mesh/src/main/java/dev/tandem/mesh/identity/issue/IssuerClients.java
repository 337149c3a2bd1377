package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.ParameterStore;
import dev.tandem.mesh.identity.SsmParameters;
import dev.tandem.mesh.identity.ca.KmsSigningKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The AWS clients of an issuer, with credentials from where the SDK finds them, and no call without a limit. */
public final class IssuerClients implements AutoCloseable {

    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);

    private final IssuerSettings settings;
    private final Optional<URI> endpoint;
    private final SsmClient ssm;
    private final SsmClient peerSsm;
    private final KmsClient kms;

    /**
     * Clients of both regions.
     *
     * @param endpoint of a simulator; empty for AWS
     */
    public IssuerClients(IssuerSettings settings, Optional<URI> endpoint) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.ssm = build(SsmClient.builder(), settings.region());
        this.peerSsm = build(SsmClient.builder(), settings.peerRegion());
        this.kms = build(KmsClient.builder(), settings.region());
    }

    /** An issuer over these. */
    public Issuer issuer(AuditLog audit, Clock clock) {
        return new Issuer(settings, parameters(ssm), parameters(peerSsm),
                keyId -> KmsSigningKey.of(kms, keyId, settings.role()), audit, clock);
    }

    /** A client of CloudWatch Logs in the issuer's region, for the caller to close. */
    public CloudWatchLogsClient logs() {
        return build(CloudWatchLogsClient.builder(), settings.region());
    }

    @Override
    public void close() {
        ssm.close();
        peerSsm.close();
        kms.close();
    }

    private ParameterStore parameters(SsmClient client) {
        return new SsmParameters(client, settings.dataKey(), settings.role());
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(B builder, String region) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(ATTEMPT).socketTimeout(ATTEMPT))
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .build();
    }
}
