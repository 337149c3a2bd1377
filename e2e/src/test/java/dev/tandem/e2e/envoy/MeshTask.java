package dev.tandem.e2e.envoy;

import dev.tandem.dev.AgentScript;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One task: the container's main process, with agent and Envoy below it, and an application in this JVM. */
public final class MeshTask {

    private static final Path REPOSITORY = ScratchClone.repository();
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final int STATUS_MILLIS = 15_000;

    private final String service;
    private final String version;
    private final String address;
    private final Path directory;
    private final Process process;
    private final EnvoyAdmin admin;
    private final Optional<EchoApp> application;
    private final Optional<Process> applicationProcess;

    MeshTask(MeshOnLoopback mesh, String service, String version, String address, Map<String, String> settings) {
        this(mesh, service, version, address, address, settings, List.of());
    }

    /** In another network namespace, where it has the usual loopback address. */
    MeshTask(MeshOnLoopback mesh, String service, String version, String address, List<String> prefix) {
        this(mesh, service, version, address, "127.0.0.1", Map.of(), prefix);
    }

    private MeshTask(MeshOnLoopback mesh, String service, String version, String address, String loopback,
            Map<String, String> settings, List<String> prefix) {
        this.service = service;
        this.version = version;
        this.address = address;
        this.directory = mesh.directory().resolve("tasks").resolve(address);
        this.admin = new EnvoyAdmin(address, 9901);
        String name = service + "-" + version + "@" + address;
        this.application = prefix.isEmpty() ? Optional.of(new EchoApp(name, loopback, 8080)) : Optional.empty();
        this.applicationProcess = prefix.isEmpty() ? Optional.empty() : Optional.of(applicationProcess(name, loopback, prefix));
        Map<String, String> environment = new HashMap<>();
        environment.put("TANDEM_SERVICE", service);
        environment.put("TANDEM_ENVIRONMENT", "test");
        environment.put("TANDEM_VERSION", version);
        environment.put("TANDEM_TASK_ID", service + "-" + version + "-" + address);
        environment.put("TANDEM_TRUST_DOMAIN", MeshOnLoopback.TRUST_DOMAIN);
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("TANDEM_ROUTE_TABLE", "file:" + mesh.routes());
        environment.put("TANDEM_IDENTITY_SOURCE", "file:" + mesh.identities(service));
        environment.put("TANDEM_MESH_DIRECTORY", directory.toString());
        environment.put("TANDEM_BIND_ADDRESS", address);
        environment.put("TANDEM_LOOPBACK", loopback);
        environment.put("TANDEM_RESOLVER", mesh.dns().address());
        environment.put("TANDEM_TRACE_PERCENT", "0");
        environment.put("TANDEM_CLOCK_FACTOR", Double.toString(mesh.clockFactor()));
        environment.putAll(settings);
        this.process = launch(environment, prefix);
    }

    private Process launch(Map<String, String> environment, List<String> before) {
        try {
            Files.createDirectories(directory);
            List<String> command = new ArrayList<>(before);
            command.add(REPOSITORY.resolve("mesh/container/entrypoint").toString());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("MESH_AGENT", AgentScript.write(REPOSITORY, directory, ScratchClone.classPath("mesh")).toString());
            builder.environment().put("MESH_ENVOY", Tools.ENVOY.path().resolve("envoy").toString());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process applicationProcess(String name, String host, List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), EchoApp.class.getName(), name, host, "8080"));
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until its log has a text. */
    public void awaitLogged(String text) {
        Eventually.within(LIMIT, () -> MeshOnLoopback.problem(!written().contains(text), this + " has not written " + text + ":\n" + tail()));
    }

    /** Waits until agent and Envoy are, and Envoy has what the agent published last. */
    public void awaitReady() {
        Eventually.within(LIMIT, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the container of " + this + " ended with " + process.exitValue() + ":\n" + tail());
            }
            String status = status();
            return MeshOnLoopback.problem(!status.contains("\"ready\":true"), this + " says " + status + "; its log:\n" + tail());
        });
    }

    /** Waits until it routes by a version of a service's document, if it has to do with the service. */
    void awaitLive(String service, long version) {
        Eventually.within(LIMIT, () -> {
            String status = status();
            String routed = "\"" + service + "\":";
            boolean has = !status.contains(routed) || status.contains(routed + version + ",") || status.contains(routed + version + "}");
            String snapshot = status.replaceAll("(?s).*\"snapshot\":\"([0-9a-f]*)\".*", "$1");
            boolean loaded = status.contains("\"envoySnapshot\":\"" + snapshot + "\"");
            return MeshOnLoopback.problem(status.isEmpty() || !has || !loaded,
                    this + " says " + status + ", expected version " + version + " of " + service + "; its log:\n" + tail());
        });
    }

    /** Waits until the agent's account has all of these texts. */
    public void awaitStatus(String... texts) {
        Eventually.within(LIMIT, () -> {
            String status = status();
            return MeshOnLoopback.problem(!Stream.of(texts).allMatch(status::contains),
                    this + " says " + status + ", expected " + List.of(texts) + "; its log:\n" + tail());
        });
    }

    /** The agent's own account; empty when it does not answer. */
    public String status() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://" + address + ":9902/status").toURL().openConnection();
            connection.setConnectTimeout(STATUS_MILLIS);
            connection.setReadTimeout(STATUS_MILLIS);
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Its Envoy. */
    public EnvoyAdmin envoy() {
        return admin;
    }

    /** Its application. */
    public EchoApp application() {
        return application.orElseThrow();
    }

    /** Its address. */
    public String address() {
        return address;
    }

    /** Where its application calls others. */
    public URI outbound() {
        return URI.create("http://" + address + ":15001");
    }

    /** Where Envoy reads. */
    public Path directory() {
        return directory;
    }

    /** The container's main process. */
    public Process process() {
        return process;
    }

    /** The processes of the task whose command has a word in it. */
    public Optional<ProcessHandle> child(String word) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(word))
                .filter(child -> !child.info().command().orElse("").endsWith("sh"))
                .findFirst();
    }

    /** What a process of the task holds in memory, MiB: {@code VmRSS} now, {@code VmHWM} at most. Empty where there is no /proc. */
    public Optional<Long> memory(String word, String field) {
        Path file = Path.of("/proc/" + child(word).orElseThrow().pid() + "/status");
        try {
            return !Files.exists(file) ? Optional.empty() : Files.readString(file).lines()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What agent and Envoy wrote, access log included. */
    public String written() {
        try {
            // The last character may be half there: both go on writing.
            return new String(Files.readAllBytes(log()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its access log of requests that no task answered, with Envoy's reason. */
    public List<String> unanswered() {
        return written().lines().filter(line -> line.contains("\"kind\":\"access\"") && line.matches(".*\"status\":\"?503.*")).toList();
    }

    List<String> complaints() {
        return written().lines()
                .filter(line -> line.contains("Deprecated field") || line.contains("update rejected") || line.contains("unknown field"))
                .toList();
    }

    /** Ends it without grace. */
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        application.ifPresent(EchoApp::close);
        applicationProcess.ifPresent(Process::destroyForcibly);
    }

    private Path log() {
        return directory.resolve("log");
    }

    private String tail() {
        List<String> lines = written().lines()
                .filter(line -> !line.contains("\"kind\":\"access\"") && !line.contains("\"_aws\""))
                .map(line -> line.substring(0, Math.min(400, line.length())))
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    @Override
    public String toString() {
        return service + "-" + version + " at " + address;
    }
}
