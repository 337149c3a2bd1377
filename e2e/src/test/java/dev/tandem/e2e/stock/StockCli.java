package dev.tandem.e2e.stock;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stock Pulumi CLI on a scratch clone, apart from everything else on the machine: its own home, a backend of files,
 * a passphrase for secrets, a simulated account. Both stacks of a clone share the backend and the account, as they do
 * in reality.
 */
public final class StockCli {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final ScratchClone clone;
    private final Path work;
    private final Map<String, String> environment;

    /** A CLI whose program and pack run under the JDK of this process. */
    public StockCli(ScratchClone clone) {
        this(clone, Path.of(System.getProperty("java.home")));
    }

    /** A CLI with further variables in its environment. */
    public StockCli(ScratchClone clone, Map<String, String> more) {
        this(clone);
        environment.putAll(more);
    }

    /** A CLI whose program and pack run under the JDK in {@code javaHome}. */
    public StockCli(ScratchClone clone, Path javaHome) {
        this.clone = clone;
        try {
            this.work = Files.createTempDirectory("tandem-cli");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchClone.delete(work)));
            Files.createDirectories(work.resolve("state"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.environment = environment(javaHome);
    }

    private Map<String, String> environment(Path javaHome) {
        Map<String, String> own = CliEnvironment.in(work, javaHome);
        own.put("TANDEM_SIMULATED_ACCOUNT", account().toString());
        return own;
    }

    /**
     * What an operation did.
     *
     * @param text what the CLI printed
     * @param events what its engine told
     */
    public record Outcome(int exit, String text, EngineEvents events) {}

    /** Plans a stack with the policy pack. */
    public Outcome preview(String stack, String... more) {
        return operate(stack, "preview", concat(more, "--policy-pack", "policies"));
    }

    /** Applies a stack with the policy pack: a preview first, as people do it, then the update. */
    public Outcome up(String stack, String... more) {
        return operate(stack, "up", concat(more, "--yes", "--policy-pack", "policies"));
    }

    /** Applies a stack without a preview and without the policy pack. */
    public Outcome apply(String stack) {
        return operate(stack, "up", "--yes", "--skip-preview", "--parallel", "64");
    }

    public Outcome destroy(String stack, String... more) {
        return operate(stack, "destroy", concat(more, "--yes"));
    }

    /** What the CLI writes as a plan of a stack, in JSON, without a policy pack. */
    public String planned(String stack) {
        return clone.keepingConfiguration(stack, () -> {
            pulumi("stack", "init", stack).succeeded();
            return pulumi("preview", "--json", "--show-sames", "--stack", stack, "--non-interactive").succeeded().out();
        });
    }

    /** Runs any command of the CLI. */
    public Run.Finished pulumi(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Tools.STOCK_CLI.path().resolve("pulumi").toString()));
        command.addAll(List.of(arguments));
        return Run.in(clone.root(), environment, LIMIT, command);
    }

    /** Its environment, for what runs the CLI itself; an empty value takes a variable out. */
    public Map<String, String> environment() {
        return environment;
    }

    /** What was done in the simulated account: lines of action, region, type, id and URN. */
    public List<String> journal() {
        try {
            Path journal = account().resolve("journal.txt");
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many resources the simulated account holds. */
    public long existing() {
        Path resources = account().resolve("resources");
        try (Stream<Path> files = Files.exists(resources) ? Files.list(resources) : Stream.empty()) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path account() {
        return work.resolve("account");
    }

    private Outcome operate(String stack, String command, String... more) {
        if (!Files.exists(work.resolve("stack-" + stack))) {
            clone.keepingConfiguration(stack, () -> pulumi("stack", "init", stack).succeeded());
            try {
                Files.createFile(work.resolve("stack-" + stack));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Path log = work.resolve("events-" + stack + "-" + command + "-" + System.nanoTime() + ".json");
        Run.Finished finished = clone.keepingConfiguration(stack, () -> pulumi(concat(more, command, "--stack", stack,
                "--non-interactive", "--color", "never",
                "--suppress-progress", "--event-log", log.toString())));
        return new Outcome(finished.exit(), finished.text(), EngineEvents.read(log));
    }

    private static String[] concat(String[] last, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(last)).toArray(String[]::new);
    }
}
