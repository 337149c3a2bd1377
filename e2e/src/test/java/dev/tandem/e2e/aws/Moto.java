package dev.tandem.e2e.aws;

import dev.tandem.dev.Ports;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * moto, a simulator of AWS, as a process of its own on a free port of the loopback interface. A test class annotated with
 * {@code @NeedsTools(Tools.MOTO)} starts one in {@code @BeforeAll}, resets it before each test, closes it at the end.
 * Safe for use by several threads. All regions and one account ({@link #ACCOUNT}) live in one simulator.
 */
public final class Moto implements AutoCloseable {

    /** The account that the simulator says everything belongs to. */
    public static final String ACCOUNT = "123456789012";

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final int ATTEMPTS = 3;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final Path log;
    private final URI endpoint;
    private final Thread hook;

    private Moto(Process process, Path log, URI endpoint) {
        this.process = process;
        this.log = log;
        this.endpoint = endpoint;
        this.hook = new Thread(process::destroyForcibly, "stop moto");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts one and waits until it answers.
     *
     * @throws AssertionError with what it wrote, when it ended or does not answer within 180 s
     */
    public static Moto start() {
        return start(Tools.MOTO.path().resolve("bin/moto_server"), Map.of());
    }

    /**
     * Starts a server of our own over moto.
     *
     * @param script takes moto_server's arguments; its interpreter is the one that has moto
     * @param environment added to that of this process
     */
    public static Moto start(Path script, Map<String, String> environment) {
        for (int attempt = 1; ; attempt++) {
            Moto moto = launch(script, environment);
            try {
                moto.awaitReady();
                return moto;
            } catch (AssertionError e) {
                moto.close();
                // Another process may have taken the port between the choice and the start.
                if (attempt == ATTEMPTS || moto.process.isAlive()) {
                    throw e;
                }
            }
        }
    }

    /** Where it answers: {@code http://127.0.0.1:PORT}. For code that takes an endpoint of its own. */
    public URI endpoint() {
        return endpoint;
    }

    /** A client of it with credentials that may do everything. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, String region) {
        return client(builder, region, AwsBasicCredentials.create("test", "test"));
    }

    /** A client of it with credentials of their own; they matter after {@link #enforceIam()}. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, String region, AwsCredentials credentials) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Forgets everything that was created, and {@link #enforceIam()}. */
    public void reset() {
        post("/moto-api/reset", "");
        post("/moto-api/reset-auth", Long.toString(Integer.MAX_VALUE));
    }

    /**
     * From now on every call is judged by the IAM policies of the caller's access key, as created in the simulator
     * before; conditions are not evaluated.
     */
    public void enforceIam() {
        post("/moto-api/reset-auth", "0");
    }

    /** Stops it for good; again is no error. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // Shutting down: the hook does the same again.
        }
    }

    private static Moto launch(Path script, Map<String, String> environment) {
        try {
            int port = Ports.free();
            Path log = Files.createTempFile("tandem-moto", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            Tools.MOTO.path().resolve("bin/python").toString(), script.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // Counted, so that authorization can be switched on later (see enforceIam).
            builder.environment().put("INITIAL_NO_AUTH_ACTION_COUNT", Integer.toString(Integer.MAX_VALUE));
            builder.environment().putAll(environment);
            return new Moto(builder.start(), log, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() - until < 0) {
            if (!process.isAlive()) {
                throw new AssertionError("moto ended with " + process.exitValue() + " before it answered; it wrote:\n" + written());
            }
            if (answers()) {
                return;
            }
            pause();
        }
        throw new AssertionError("moto does not answer at " + endpoint + " after " + START_LIMIT.toSeconds() + " s; it wrote:\n" + written());
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/moto-api/data.json")).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200 && process.isAlive();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for moto", e);
        }
    }

    private void post(String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("moto answered " + response.statusCode() + " to POST " + path + ", expected 200: " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("moto did not answer POST " + path + "; it wrote:\n" + written(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while talking to moto", e);
        }
    }

    private String written() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for moto", e);
        }
    }
}
