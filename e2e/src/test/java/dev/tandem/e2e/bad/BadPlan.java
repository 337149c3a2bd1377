package dev.tandem.e2e.bad;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The project {@code e2e/bad-plan} in a directory of its own, previewed by the stock CLI with the policy pack. */
final class BadPlan {

    /** A resource in each page's example, nearly two hundred, and the pack's rules on each. */
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private static final String STACK = "bad";

    private final Path root;
    private final Path pack;
    private final Map<String, String> environment = new HashMap<>();

    /** @param clone holds the pack and the rules' pages */
    BadPlan(ScratchClone clone) {
        this.pack = clone.root().resolve("policies");
        try {
            this.root = Files.createTempDirectory("tandem-bad-plan");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchClone.delete(root)));
            Files.createDirectories(root.resolve("state"));
            Path project = ScratchClone.repository().resolve("e2e/bad-plan");
            Files.writeString(root.resolve("Pulumi.yaml"), Files.readString(project.resolve("Pulumi.yaml"))
                    .replace("./provider", ScratchClone.repository().resolve("e2e/provider").toString()));
            program();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.putAll(CliEnvironment.in(root, Path.of(System.getProperty("java.home"))));
        environment.put("TANDEM_SIMULATED_ACCOUNT", root.resolve("account").toString());
        environment.put(BadProgram.PAGES, clone.root().resolve("docs/rules").toString());
        pulumi("stack", "init", STACK).succeeded();
        pulumi("config", "set", "aws:region", "eu-central-1").succeeded();
        // Of the page of sg-declared-callers: who may call whom.
        pulumi("config", "set", "services", "{\"orders\": {\"callers\": [\"shop\"]}, \"shop\": {}, \"report\": {}}").succeeded();
        // Of the pages of reachable-as-declared and cost-oversized.
        pulumi("config", "set", "reachableFrom", "{\"ledger-db\": [\"ledger\"]}").succeeded();
        pulumi("config", "set", "usagePercentiles", "{\"idle-vm\": {\"cpu\": 9, \"memory\": 22}}").succeeded();
    }

    /**
     * Previews the project.
     *
     * @param ceiling euros a month
     * @param levels what the CLI takes as {@code --policy-pack-config}; empty for none
     * @param rules whose examples are declared; none for all
     */
    Outcome preview(int ceiling, String levels, String... rules) {
        environment.remove(BadProgram.CLEAN_WITHOUT_SOURCES);
        return run(ceiling, levels, rules);
    }

    /** Previews the clean examples of rules, of a program that does not say where its unknown values come from. */
    Outcome previewClean(int ceiling, String levels, String... rules) {
        environment.put(BadProgram.CLEAN_WITHOUT_SOURCES, "yes");
        return run(ceiling, levels, rules);
    }

    private Outcome run(int ceiling, String levels, String... rules) {
        environment.put(BadProgram.RULES, String.join(",", rules));
        pulumi("config", "set", "costCeilingEur", String.valueOf(ceiling)).succeeded();
        try {
            Path log = root.resolve("events-" + System.nanoTime() + ".json");
            List<String> arguments = new ArrayList<>(List.of("preview", "--stack", STACK, "--non-interactive", "--color", "never",
                    "--suppress-progress", "--policy-pack", pack.toString(), "--event-log", log.toString()));
            if (!levels.isEmpty()) {
                arguments.addAll(List.of("--policy-pack-config",
                        Files.writeString(root.resolve("levels.json"), levels).toString()));
            }
            Run.Finished finished = pulumi(arguments.toArray(String[]::new));
            return new Outcome(finished.exit(), finished.text(), EngineEvents.read(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a list to the stack's configuration, as {@code Pulumi.bad.yaml} then has it. */
    BadPlan configured(String key, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            pulumi("config", "set", "--path", key + "[" + i + "]", values.get(i)).succeeded();
        }
        return this;
    }

    private Run.Finished pulumi(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Tools.STOCK_CLI.path().resolve("pulumi").toString()));
        command.addAll(List.of(arguments));
        return Run.in(root, environment, LIMIT, command);
    }

    private void program() throws IOException {
        Path file = root.resolve("program");
        // The host also calls the program's executor to compile and to list packages; there is nothing to do for either.
        Files.writeString(file, """
                #!/usr/bin/env bash
                case "$*" in
                  *bootstrap.internal.Main*) echo '[]'; exit 0 ;;
                  *exec:java*) ;;
                  *compile*) exit 0 ;;
                esac
                exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \\
                  -cp '%s' %s
                """.formatted(System.getProperty("java.class.path"), BadProgram.class.getName()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
