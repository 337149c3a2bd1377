package dev.tandem.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** moto, a simulator of AWS, as a process on a free port of loopback; it also runs state machines. Safe for use by several threads. */
public final class Simulator implements AutoCloseable {

    /** The account that everything belongs to. */
    public static final String ACCOUNT = "123456789012";

    /** The region of everything. */
    public static final String REGION = "eu-central-1";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Child child;
    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Simulator(Child child, URI endpoint) {
        this.child = child;
        this.endpoint = endpoint;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param root of the clone, with {@code dev/simulator}
     * @param tools where moto is installed
     * @throws DevException when it is not installed, ends, or does not answer within a minute
     */
    public static Simulator start(Path root, Path tools, Path log) {
        Path python = tools.resolve("moto/bin/python");
        if (!Files.isExecutable(python)) {
            throw new DevException(python + " is not there, expected moto, the simulator of AWS. Fix: e2e/tools/install moto envoy");
        }
        int port = Ports.free();
        Simulator simulator = new Simulator(new Child("aws", log, List.of(python.toString(),
                root.resolve("dev/simulator/moto_server.py").toString(), "-H", "127.0.0.1", "-p", Integer.toString(port)),
                Map.of("MOTO_PORT", Integer.toString(port), "PYTHONWARNINGS", "ignore")), URI.create("http://127.0.0.1:" + port));
        try {
            Wait.within(START_LIMIT, "the simulator of AWS", simulator::answers, simulator.child::tail);
            simulator.post("/moto-api/config", "{\"stepfunctions\":{\"execute_state_machine\":true}}");
        } catch (DevException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }

    /** Where it answers. */
    public URI endpoint() {
        return endpoint;
    }

    /** The process. */
    public Child child() {
        return child;
    }

    /** A client of it. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint).region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)))
                .build();
    }

    /** What a process needs to reach it. */
    public Map<String, String> environment() {
        return Map.of("AWS_REGION", REGION, "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
    }

    @Override
    public void close() {
        child.close();
    }

    private boolean answers() {
        try {
            return child.alive() && http.send(HttpRequest.newBuilder(endpoint.resolve("/moto-api/data.json")).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void post(String path, String body) {
        try {
            http.send(HttpRequest.newBuilder(endpoint.resolve(path)).timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new DevException("the simulator does not take POST " + path + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
