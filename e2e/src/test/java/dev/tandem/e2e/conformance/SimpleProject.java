package dev.tandem.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.CliEnvironment;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Pulumi project in a directory of its own, with the simple provider, run by the stock CLI with one of the packs. */
public final class SimpleProject {

    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final String STACK = "test";

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final Path pack;
    private final Path cli;

    /** @param pack the name of a directory under policy-sdk/conformance */
    SimpleProject(String pack) {
        this(pack(pack));
    }

    /** @param pack the directory of any pack, or its executable file */
    public SimpleProject(Path pack) {
        this(pack, Tools.STOCK_CLI.path().resolve("pulumi"));
    }

    /**
     * @param pack the directory of any pack, or its executable file
     * @param cli the Pulumi command line to use
     */
    public SimpleProject(Path pack, Path cli) {
        this(directory(), pack, cli);
    }

    private SimpleProject(Path root, Path pack, Path cli) {
        this.root = root;
        this.pack = pack;
        this.cli = cli;
        try {
            Files.createDirectories(root.resolve("state"));
            script("mvn-program", SimpleProgram.class);
            script("provider/pulumi-resource-simple", SimpleProvider.class);
            Files.writeString(root.resolve("Pulumi.yaml"), """
                    name: conformance
                    runtime: {name: java, options: {use-executor: ./mvn-program}}
                    plugins: {providers: [{name: simple, path: ./provider}]}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.putAll(CliEnvironment.in(root, Path.of(System.getProperty("java.home"))));
        environment.put(SimpleProgram.RESOURCES, "");
        pulumi("stack", "init", STACK).succeeded();
    }

    /** One whose directory has this name and is the only one in another. */
    public static SimpleProject below(String name, Path pack) {
        return new SimpleProject(directory().resolve(name), pack, Tools.STOCK_CLI.path().resolve("pulumi"));
    }

    private static Path directory() {
        try {
            Path made = Files.createTempDirectory("tandem-conformance");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchClone.delete(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path pack(String name) {
        return SharedClone.get().root().resolve("policy-sdk/conformance").resolve(name);
    }

    /** The resources of the program, see {@link SimpleProgram}. */
    public SimpleProject resources(String wanted) {
        environment.put(SimpleProgram.RESOURCES, wanted);
        return this;
    }

    /** An environment variable of the CLI and of all that it starts; an empty value takes it out. */
    public SimpleProject environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The stack's own configuration. */
    public SimpleProject stackConfig(String key, String value) {
        pulumi("config", "set", key, value).succeeded();
        return this;
    }

    /** A secret value of the stack's own configuration. */
    public SimpleProject secretConfig(String key, String value) {
        pulumi("config", "set", "--secret", key, value).succeeded();
        return this;
    }

    /** The directory of the project. */
    public Path root() {
        return root;
    }

    /** Plans, or applies without planning first. */
    public Told operate(String command, String policyConfig) {
        try {
            Path log = root.resolve("events-" + System.nanoTime() + ".json");
            List<String> arguments = new ArrayList<>(List.of(command, "--stack", STACK, "--non-interactive", "--color", "never",
                    "--policy-pack", pack.toString(), "--event-log", log.toString()));
            if (command.equals("up")) {
                arguments.addAll(List.of("--yes", "--skip-preview"));
            }
            if (!policyConfig.isEmpty()) {
                Path file = Files.writeString(root.resolve("policy-config.json"), policyConfig);
                arguments.addAll(List.of("--policy-pack-config", file.toString()));
            }
            Run.Finished finished = pulumi(arguments.toArray(String[]::new));
            List<JsonNode> events = new ArrayList<>();
            for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
                events.add(new ObjectMapper().readTree(line));
            }
            return new Told(finished.exit(), finished.text(), events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The simple resources that exist after all operations so far. */
    List<String> existing() {
        try {
            JsonNode state = new ObjectMapper().readTree(pulumi("stack", "export", "--stack", STACK).succeeded().out());
            List<String> names = new ArrayList<>();
            for (JsonNode resource : state.path("deployment").path("resources")) {
                if (resource.path("type").asText().equals("simple:index:Resource")) {
                    names.add(resource.path("urn").asText().replaceAll(".*::", "") + "=" + resource.path("outputs").path("value"));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs any command of the CLI in the project's directory. */
    public Run.Finished pulumi(String... arguments) {
        List<String> command = new ArrayList<>(List.of(cli.toString()));
        command.addAll(List.of(arguments));
        return run(root, command);
    }

    /** Runs any command in the environment of the CLI. */
    public Run.Finished run(Path directory, List<String> command) {
        return Run.in(directory, environment, LIMIT, command);
    }

    private void script(String name, Class<?> main) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        // The host also calls the program's executor to compile and to list packages; there is nothing to do for either.
        Files.writeString(file, """
                #!/usr/bin/env bash
                case "$*" in
                  *bootstrap.internal.Main*) echo '[]'; exit 0 ;;
                  *exec:java*) ;;
                  *compile*) exit 0 ;;
                esac
                exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \\
                  -Djava.util.concurrent.ForkJoinPool.common.parallelism=8 -cp '%s' %s "$@"
                """.formatted(System.getProperty("java.class.path"), main.getName()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
