package dev.tandem.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.dev.Ports;
import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services' Dockerfiles do what the task's definition asks for: they are run, up to a service that answers and stops. */
@Tag("e2e")
class ContainerTest {

    private static final Path ROOT = ScratchClone.repository();
    private static final Instant COMMIT = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"auth", "persona"})
    void startsFromItsArchiveAnswersAndStops(String service) throws Exception {
        Dockerfile file = Dockerfile.read(ROOT.resolve("service-" + service + "/Dockerfile"));
        Path home = directory.resolve("tandem");
        Path work = Files.createDirectory(directory.resolve("work"));
        file.build(context(service), home);
        rewriteTimestamps(home);
        JsonNode app = container(service);
        assertThat(file.last("USER")).isEqualTo(app.path("user").asText());
        Map<String, String> environment = environment(app);
        assertThat(file.last("EXPOSE")).isEqualTo(environment.get("PORT"));
        environment.put("PORT", Integer.toString(Ports.free()));
        environment.remove("QUEUE_URL"); // AWS's; nothing of this machine may go there.
        Map<Path, Long> before = files(home);

        ProcessBuilder builder = new ProcessBuilder(file.entrypoint(home)).directory(work.toFile()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + directory.resolve("classes"));
        Process process = builder.start();
        try {
            URI alive = URI.create("http://127.0.0.1:" + environment.get("PORT") + "/livez");
            Eventually.within(Duration.ofSeconds(120), () -> status(alive) == 200 ? Optional.empty()
                    : Optional.of(alive + " does not answer 200; the service wrote: " + text(directory.resolve("log"))));
            assertThat(status(alive.resolve("/api/" + service + "/" + (service.equals("auth") ? "me" : "profiles/me")))).isEqualTo(401);
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends on SIGTERM").isTrue();
            assertThat(text(directory.resolve("log"))).contains("\"message\":\"stopped\"");
            String main = file.entrypoint(home).get(file.entrypoint(home).size() - 1);
            assertThat(text(directory.resolve("classes"))).contains(main + " source: shared objects file (top)");
            assertThat(files(home)).as("its root is read-only").isEqualTo(before);
            assertThat(files(work)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** As buildx's rewrite-timestamp does, which pipeline/steps/image asks for: nothing is younger than the commit. */
    private static void rewriteTimestamps(Path home) throws IOException {
        for (Path file : files(home).keySet()) {
            if (Files.getLastModifiedTime(file).toInstant().isAfter(COMMIT)) {
                Files.setLastModifiedTime(file, FileTime.from(COMMIT));
            }
        }
    }

    /** The service's directory after {@code mvn package}, from the classes that were just built. */
    private Path context(String service) throws IOException {
        Path context = directory.resolve("context");
        Path dependency = Files.createDirectories(context.resolve("target/dependency"));
        Path module = ROOT.resolve("service-" + service);
        Files.copy(module.resolve("jvm.options"), context.resolve("jvm.options"));
        jar(module.resolve("target/classes"), context.resolve("target/service-" + service + "-0.1.0.jar"));
        for (String entry : text(module.resolve("target/classpath.txt")).strip().split(":")) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jar(path, dependency.resolve(path.getParent().getParent().getFileName() + "-0.1.0.jar"));
            } else {
                Files.copy(path, dependency.resolve(path.getFileName()));
            }
        }
        return context;
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files(classes).keySet()) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
            }
        }
    }

    private static JsonNode container(String service) throws IOException {
        Path golden = ROOT.resolve("components/src/test/resources/golden/service-containers-" + service + ".json");
        for (JsonNode container : new ObjectMapper().readTree(golden.toFile())) {
            if (container.path("name").asText().equals("app")) {
                return container;
            }
        }
        throw new AssertionError("no container app in " + golden);
    }

    /** What the definition says, and what Fargate adds. */
    private static Map<String, String> environment(JsonNode app) {
        Map<String, String> environment = new TreeMap<>(Map.of("AWS_REGION", "eu-central-1"));
        app.path("environment").forEach(variable -> environment.put(variable.path("name").asText(), variable.path("value").asText()));
        return environment;
    }

    private static Map<Path, Long> files(Path directory) throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                sizes.put(file, Files.size(file));
            }
        }
        return sizes;
    }

    private static int status(URI uri) {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "(" + e + ")";
        }
    }
}
