package dev.tandem.ops.access;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Where the commands act and as whom. Immutable.
 *
 * @param region   AWS region
 * @param profile  profile of the AWS configuration; empty for the default chain of credentials
 * @param endpoint one address for all of AWS, for a simulator; empty for AWS itself
 */
public record AwsAccess(String region, Optional<String> profile, Optional<URI> endpoint) {

    /** No call is waited for longer, retries included. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(8);

    /** A client of one AWS service; the caller closes it. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(CALL_LIMIT)
                        .apiCallAttemptTimeout(ATTEMPT_LIMIT)
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Credentials of the profile, or of the default chain. */
    public AwsCredentialsProvider credentials() {
        DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
        profile.ifPresent(chain::profileName);
        return chain.build();
    }
}
