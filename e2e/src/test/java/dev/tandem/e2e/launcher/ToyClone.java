package dev.tandem.e2e.launcher;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A clone with the real launch scripts and the real poms, and sources small enough to build in seconds. Its path has
 * blanks. The program prints a greeting that a sibling module says, so that it shows which sources it was built from.
 */
final class ToyClone {

    static final String GREETING = "components/src/main/java/dev/tandem/components/Greeting.java";
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Path root;
    private final Path maven;

    /** Makes it below a directory, which must be empty. */
    ToyClone(Path directory) {
        root = directory.resolve("clone of tandem");
        maven = directory.resolve("maven on path");
        Path from = ScratchClone.repository();
        String listed = Run.in(from, "git", "ls-files", "--cached", "--others", "--exclude-standard").succeeded().out();
        listed.lines().filter(ToyClone::belongs).filter(file -> Files.exists(from.resolve(file)))
            .forEach(file -> copy(from.resolve(file), root.resolve(file)));
        greet("hello");
        write("infra/src/main/java/dev/tandem/infra/Main.java", """
            package dev.tandem.infra;

            import dev.tandem.components.Greeting;
            import java.util.List;

            public class Main {
                public static void main(String[] args) {
                    String extra = Greeting.class.getResource("/extra.txt") == null ? "" : " with extra";
                    System.out.println(Greeting.TEXT.toString() + extra + " " + List.of(args)
                        + " " + System.getProperty("tandem.pack.dir"));
                }
            }
            """);
        write("cli/src/main/java/dev/tandem/cli/Main.java", """
            package dev.tandem.cli;

            public class Main {
                public static void main(String[] args) {
                    System.out.println("cli " + java.util.List.of(args) + " " + System.getProperty("tandem.root"));
                    System.exit(args[0].equals("frobnicate") ? 2 : 0);
                }
            }
            """);
    }

    private static boolean belongs(String file) {
        return file.matches("tandem|pom\\.xml|[a-z0-9-]+/pom\\.xml|build/.*|infra/mvn-program|policies/mvn-pack"
            + "|(infra/src/main/java/dev/tandem/infra|components/src/main/java/dev/tandem/components/provider)/RequiredPackages\\.java"
            + "|requirements/(criteria\\.yaml|src/main/.*)");
    }

    Path root() {
        return root;
    }

    /** Changes the sibling that the program takes its words from. */
    void greet(String text) {
        // No compile-time constant: javac would copy it into the program.
        write(GREETING, """
            package dev.tandem.components;

            public class Greeting {
                public static final Object TEXT = String.valueOf("%s");
            }
            """.formatted(text));
    }

    void write(String file, String content) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a script named mvn first on PATH; {@code $MVN} in it is the real one. */
    void mavenIs(String script) {
        String real = Run.in(root, "bash", "-c", "type -P mvn").succeeded().out().strip();
        try {
            Files.createDirectories(maven);
            Path file = maven.resolve("mvn");
            Files.writeString(file, "#!/bin/bash\nMVN='" + real + "'\nhere='" + maven + "'\n" + script + "\n");
            file.toFile().setExecutable(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on a run that starts Maven fails. */
    void mavenFails() {
        mavenIs("echo 'Maven was started' >&2; exit 9");
    }

    /** From now on Maven runs, and each start is counted. */
    void mavenCounts() {
        mavenIs("echo started >> \"$here/starts\"; exec \"$MVN\" \"$@\"");
    }

    /** How often Maven was started since {@link #mavenCounts}. */
    long mavenStarts() {
        Path file = maven.resolve("starts");
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program as the Java language host does. */
    Run.Finished program(String... arguments) {
        return program(Map.of(), arguments);
    }

    Run.Finished program(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("infra/mvn-program", "--no-transfer-progress", "compile", "exec:java"));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    /** Runs the command of the clone. */
    Run.Finished tandem(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./tandem"));
        command.addAll(List.of(arguments));
        return run(Map.of(), command);
    }

    Run.Finished run(Map<String, String> environment, List<String> command) {
        List<String> absolute = new ArrayList<>(command);
        absolute.set(0, root.resolve(command.get(0)).normalize().toString());
        return Run.in(root, environment(environment), LIMIT, absolute);
    }

    Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
            "PATH", maven + ":" + System.getenv("PATH"),
            "TANDEM_E2E", "",
            // Made in the background, an archive could appear while the clone is being deleted.
            "TANDEM_ARCHIVE", "off"));
        environment.putAll(more);
        return environment;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
