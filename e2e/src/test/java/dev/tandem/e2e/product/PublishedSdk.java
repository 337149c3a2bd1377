package dev.tandem.e2e.product;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SDK as others get it: published to a Maven repository in a directory, and used with a local repository apart from
 * this machine's, which must never hold an artifact of ours. Published once for all tests.
 */
public final class PublishedSdk {

    /** The root pom's. */
    static final String VERSION = version(ScratchClone.repository().resolve("pom.xml"));

    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static PublishedSdk shared;
    private final Path root;

    private PublishedSdk() {
        try {
            root = Files.createTempDirectory("tandem-published");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchClone.delete(root)));
        publish(SharedClone.get(), repository());
    }

    /** Publishes what a clone contains to a directory. */
    static void publish(ScratchClone clone, Path repository) {
        Run.in(clone.root(), Map.of("JAVA_HOME", System.getProperty("java.home")), LIMIT,
                        List.of("build/deploy-sdk", repository.toUri().toString()))
                .succeeded();
    }

    public static synchronized PublishedSdk get() {
        if (shared == null) {
            shared = new PublishedSdk();
        }
        return shared;
    }

    /** The version that a pom gives its own artifact, not its parent's. */
    static String version(Path pom) {
        try {
            return Pattern.compile("</artifactId>\\s*<version>([^<]+)<")
                    .matcher(Files.readString(pom))
                    .results()
                    .findFirst()
                    .map(found -> found.group(1))
                    .orElseThrow(() -> new AssertionError(pom + " has no version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path repository() {
        return root.resolve("repository");
    }

    String url() {
        return repository().toUri().toString();
    }

    /** For MAVEN_OPTS of whoever uses the SDK. */
    public String mavenOptions() {
        return "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dmaven.repo.local=" + root.resolve("local");
    }

    /**
     * What a team adds to its pom to use our repository. Beside it, what this machine has already, so that only the rest is
     * asked for from outside.
     */
    String repositories() {
        String policy = "<releases><checksumPolicy>ignore</checksumPolicy></releases>";
        StringBuilder out = new StringBuilder();
        for (String kind : List.of("repositor", "pluginRepositor")) {
            out.append('<').append(kind).append("ies>");
            entry(out, kind, "published", repository(), policy);
            entry(out, kind, "kept", kept(), policy);
            entry(out, kind, "machine", Path.of(System.getProperty("localRepository",
                    System.getProperty("user.home") + "/.m2/repository")), policy);
            out.append("</").append(kind).append("ies>");
        }
        return out.toString();
    }

    private static void entry(StringBuilder out, String kind, String id, Path directory, String policy) {
        out.append("<%sy><id>%s</id><url>%s</url>%s</%sy>".formatted(kind, id, directory.toUri(), policy, kind));
    }

    /** Keeps what had to be fetched from outside for the next run; nothing of ours is among it. */
    public void keepDownloads() {
        Path local = root.resolve("local");
        try (Stream<Path> files = Files.walk(local)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar") || f.toString().endsWith(".pom")).toList()) {
                Path to = kept().resolve(local.relativize(file));
                if (!file.startsWith(local.resolve("dev/tandem")) && !Files.exists(to)) {
                    Files.createDirectories(to.getParent());
                    Path half = Files.createTempFile(to.getParent(), "half", null);
                    Files.copy(file, half, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    Files.move(half, to, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path kept() {
        return Tools.cache().resolve("third-party-maven");
    }
}
