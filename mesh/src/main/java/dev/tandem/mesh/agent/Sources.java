package dev.tandem.mesh.agent;

import dev.tandem.mesh.identity.IdentityPaths;
import dev.tandem.mesh.identity.IdentitySource;
import dev.tandem.mesh.identity.ParameterIdentitySource;
import dev.tandem.mesh.identity.SsmParameters;
import dev.tandem.mesh.members.EndpointTable;
import dev.tandem.mesh.members.FileMemberSource;
import dev.tandem.mesh.members.MemberSource;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.mesh.store.RouteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Where an agent's routes, identity and members of the other region come from, as its arguments say. */
final class Sources {

    private static final String FILE = "file:";
    private static final Duration CALL = Duration.ofSeconds(4);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private Sources() {}

    static RouteSource routes(AgentConfig config) {
        return config.routes().startsWith(FILE)
                ? new FileRouteSource(Path.of(config.routes().substring(FILE.length())))
                : RouteStore.eventual(client(DynamoDbClient.builder(), config), config.routes());
    }

    static IdentitySource identities(AgentConfig config, Clock clock) {
        if (config.identities().startsWith(FILE)) {
            return new FileIdentitySource(Path.of(config.identities().substring(FILE.length())), config.spiffeId(), clock);
        }
        // The agent only reads: the key that parameters are written with is SSM's business.
        SsmParameters parameters = new SsmParameters(client(SsmClient.builder(), config), "", "the task role of " + config.service());
        return new ParameterIdentitySource(
                parameters, new IdentityPaths(config.project(), config.environment()), config.spiffeId(), clock);
    }

    /** Empty when there is no other region to be told of. */
    static Optional<MemberSource> members(AgentConfig config) {
        return config.remoteMembers().map(members -> members.startsWith(FILE)
                ? new FileMemberSource(Path.of(members.substring(FILE.length())))
                : new EndpointTable(client(DynamoDbClient.builder(), config), members, config.sidecar().otherRegion().orElseThrow()));
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, AgentConfig config) {
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.region(Region.of(config.sidecar().region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(ATTEMPT)
                        .socketTimeout(ATTEMPT))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(CALL)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .build())
                .build();
    }
}
