package dev.tandem.e2e.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.CliEnvironment;
import dev.tandem.e2e.stock.EngineEvents;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A team's own project outside of the clone, under the stock CLI, with the clone's components as a package and its pack. */
final class Consumer {

    static final String STACK = "prod";

    private static final String CLONE = "@CLONE@";
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final Path root;
    private final ScratchClone clone;
    private final String program;
    private final Map<String, String> environment;

    /** @param program of {@code e2e/consumer}, such as {@code yaml/Pulumi.yaml} */
    Consumer(ScratchClone clone, String program) {
        this.clone = clone;
        this.program = program;
        try {
            root = Files.createTempDirectory("tandem-consumer");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchClone.delete(root)));
            Files.createDirectories(root.resolve("state"));
            environment = CliEnvironment.in(root, Path.of(System.getProperty("java.home")));
            environment.put("TANDEM_SIMULATED_ACCOUNT", root.resolve("account").toString());
            installSimulatedProvider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restore();
    }

    /** Writes the program as it is. */
    void restore() {
        write(CLONE, clone.root().toString());
    }

    /** Writes the program with a text that must be there replaced. */
    void write(String wanted, String instead) {
        try {
            String text = Files.readString(ScratchClone.repository().resolve("e2e/consumer").resolve(program));
            if (!text.contains(wanted)) {
                throw new AssertionError(program + " has no '" + wanted + "'");
            }
            Files.writeString(root.resolve("Pulumi.yaml"), text.replace(wanted, instead).replace(CLONE, clone.root().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the CLI looks for plugins that it has installed; what a component package needs must be there in its version. */
    private void installSimulatedProvider() throws IOException {
        Path plugin = Files.createDirectories(root.resolve("home/plugins/resource-aws-v" + awsVersion()))
                .resolve("pulumi-resource-aws");
        Files.writeString(plugin, "#!/usr/bin/env bash\nexec '"
                + ScratchClone.repository().resolve("e2e/provider/pulumi-resource-aws") + "' \"$@\"\n");
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String awsVersion() throws IOException {
        return Files.readString(ScratchClone.repository().resolve("pom.xml"))
                .replaceFirst("(?s).*<pulumi-aws.version>([^<]+)<.*", "$1");
    }

    Consumer stack(String... configuration) {
        pulumi("stack", "init", STACK).succeeded();
        pulumi("config", "set", "aws:region", "eu-central-1").succeeded();
        for (int i = 0; i < configuration.length; i += 2) {
            pulumi("config", "set", configuration[i], configuration[i + 1]).succeeded();
        }
        return this;
    }

    Outcome operate(String command, String... more) {
        Path log = root.resolve("events-" + System.nanoTime() + ".json");
        List<String> arguments = new ArrayList<>(List.of(command, "--stack", STACK, "--non-interactive", "--color", "never",
                "--suppress-progress", "--event-log", log.toString(),
                "--policy-pack", clone.root().resolve("policies").toString()));
        arguments.addAll(List.of(more));
        Run.Finished finished = pulumi(arguments.toArray(String[]::new));
        return new Outcome(finished.exit(), finished.text(), EngineEvents.read(log));
    }

    JsonNode json(String... arguments) {
        try {
            return new ObjectMapper().readTree(pulumi(arguments).succeeded().out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources of the state. */
    List<JsonNode> resources() {
        List<JsonNode> out = new ArrayList<>();
        json("stack", "export", "--stack", STACK).path("deployment").path("resources").forEach(out::add);
        return out;
    }

    Run.Finished pulumi(String... arguments) {
        return Run.in(root, environment, LIMIT,
                Stream.concat(Stream.of(Tools.STOCK_CLI.path().resolve("pulumi").toString()), Stream.of(arguments)).toList());
    }
}
