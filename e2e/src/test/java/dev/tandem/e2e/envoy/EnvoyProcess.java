package dev.tandem.e2e.envoy;

import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real Envoy, started as in the container: unknown fields refused, no hot restart. A test class annotated with
 * {@code @NeedsTools(Tools.ENVOY)} starts as many as it needs and closes them. Safe for use by several threads.
 */
public final class EnvoyProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;
    private final EnvoyAdmin admin;
    private final Thread hook;

    private EnvoyProcess(Process process, Path log, EnvoyAdmin admin) {
        this.process = process;
        this.log = log;
        this.admin = admin;
        this.hook = new Thread(process::destroyForcibly, "stop envoy");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts it and does not wait. What it writes, also its access log, goes to {@code log}. */
    public static EnvoyProcess launch(Path bootstrap, String adminHost, int adminPort, Path log, List<String> before) {
        try {
            List<String> command = new ArrayList<>(before);
            command.addAll(List.of(Tools.ENVOY.path().resolve("envoy").toString(), "-c", bootstrap.toString(),
                    "--disable-hot-restart", "--reject-unknown-dynamic-fields", "--concurrency", "1",
                    "--log-level", "info"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new EnvoyProcess(process, log, new EnvoyAdmin(adminHost, adminPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it and waits until it serves.
     *
     * @throws AssertionError with the end of its log, when it ended or is not ready after 120 s
     */
    public static EnvoyProcess start(Path bootstrap, String adminHost, int adminPort, Path log) {
        EnvoyProcess envoy = launch(bootstrap, adminHost, adminPort, log, List.of());
        envoy.awaitReady();
        return envoy;
    }

    /** The process, to be measured. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until it serves: listeners and clusters are there. */
    public void awaitReady() {
        Eventually.within(START_LIMIT, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Envoy ended with " + process.exitValue() + "; it wrote:\n" + tail());
            }
            return admin.ready() ? Optional.empty() : Optional.of("Envoy is not ready; it wrote:\n" + tail());
        });
    }

    /** Its administration. */
    public EnvoyAdmin admin() {
        return admin;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Ends it without any grace, as the kernel does when memory is short. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** All that it wrote. */
    public String written() {
        try {
            // The last character may be half there: Envoy goes on writing.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a line of {@link #complaints} has all of these texts. */
    public void awaitComplaint(String... texts) {
        Eventually.within(START_LIMIT, () -> complaints().stream().anyMatch(line -> Stream.of(texts).allMatch(line::contains))
                ? Optional.empty() : Optional.of("Envoy does not complain of " + List.of(texts) + "; it wrote:\n" + tail()));
    }

    /** Lines that say that something in its configuration is on its way out, or was refused. */
    public List<String> complaints() {
        return written().lines()
                .filter(line -> line.contains("Deprecated field") || line.contains("deprecated") || line.contains("update rejected")
                        || line.contains("unknown field") || line.contains("[critical]") || line.contains("[error]"))
                .toList();
    }

    /** Stops it for good; again is no error. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        await();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // Shutting down: the hook does the same again.
        }
    }

    private void await() {
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String tail() {
        List<String> lines = written().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
