package dev.tandem.e2e.routes;

import dev.tandem.e2e.aws.Halt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command line of {@code ./tandem} in a process of its own, with the simulator's credentials. */
public final class TandemCommand {

    private static final int LIMIT_SECONDS = 300;
    private static final Map<String, String> CREDENTIALS = Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");

    private final URI endpoint;

    /** @param endpoint where the simulator answers */
    public TandemCommand(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** What it said and how it ended. */
    public record Result(int code, String out, String err) {}

    /** Runs it to its end. */
    public Result run(String... arguments) {
        return run(CREDENTIALS, arguments);
    }

    /** Starts it, its answers in one stream; the caller ends it. */
    public Process start(String... arguments) {
        try {
            return builder(CREDENTIALS, arguments).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, or until it is killed: after so many calls that change something at AWS, before the next. */
    public Result runHalted(int after, String... arguments) {
        Map<String, String> environment = new HashMap<>(CREDENTIALS);
        environment.put(Halt.AFTER, String.valueOf(after));
        return run(environment, arguments);
    }

    /** With an environment of its own. */
    public Result run(Map<String, String> environment, String... arguments) {
        try {
            return finish(builder(environment, arguments).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for one that was started; what is over its time is ended, and the test fails with what it said. */
    public static Result finish(Process process) {
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the command did not end within " + LIMIT_SECONDS + " s: " + out.join() + err.join());
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private ProcessBuilder builder(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "dev.tandem.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TANDEM_"));
        builder.environment().put("TANDEM_AWS_ENDPOINT", endpoint.toString());
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("AWS_CONFIG_FILE", "/nowhere");
        builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", "/nowhere");
        builder.environment().putAll(environment);
        return builder;
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
