package dev.tandem.auth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.SsmClientBuilder;

/**
 * The rotation of keys as a Lambda function, each hour; takes any event, does what is due. Variables: {@code TANDEM_PREFIX}, e.g.
 * {@code /tandem/prod}; {@code TANDEM_DATA_KEY}, alias of the key that encrypts; {@code TANDEM_AWS_ENDPOINT}, that of a simulator.
 */
public final class RotateKeysHandler implements RequestStreamHandler {

    private final Map<String, String> environment;
    private final Clock clock;

    /** Called by Lambda. */
    public RotateKeysHandler() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** For tests. @param environment variables */
    public RotateKeysHandler(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** @throws IllegalStateException when the keys that are there cannot be read, or a variable is missing */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        SsmClientBuilder client = SsmClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        Optional.ofNullable(environment.get("TANDEM_AWS_ENDPOINT")).map(URI::create).ifPresent(client::endpointOverride);
        try (SsmClient ssm = client.build()) {
            new RotateKeys(ssm, needed("TANDEM_PREFIX"), Optional.of(needed("TANDEM_DATA_KEY"))).run(clock.instant());
        }
        output.write("{\"rotated\":true}".getBytes(StandardCharsets.UTF_8));
    }

    private String needed(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("the function has no variable " + name + ", which the component SigningKeys sets");
        }
        return value;
    }
}
