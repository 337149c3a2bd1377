package dev.tandem.cli;

import dev.tandem.preview.project.Closest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The only main of {@code ./tandem}. */
@Command(
        name = "tandem",
        description = "Two EU regions, one foundation: previews, judges and prices a Pulumi program offline.",
        subcommands = {
            PreviewCommand.class, CheckCommand.class, CostCommand.class, ReachCommand.class, ExplainCommand.class, StatusCommand.class,
            CanaryCommand.class, TrafficCommand.class, ThrottleCommand.class, BackoffCommand.class, RollbackCommand.class, RolloutCommand.class,
            FailoverCommand.class, FailbackCommand.class, ReconcileCommand.class, BlueGreenCommand.class, MigrateCommand.class, ScaleDownCommand.class, ScaleRestoreCommand.class,
            SmokeCommand.class, SloCommand.class, QuotasCommand.class, SecretsCommand.class, DebugCommand.class, MeshCommand.class, NewCommand.class,
            VersionCommand.class,
        },
        mixinStandardHelpOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

    /** Wrong usage. */
    static final int USAGE = 2;

    /** Something that should not happen; the only number that no command documents. */
    static final int INTERNAL = 70;

    /** Commands that the launcher does itself, since they must work where nothing is built. */
    static final List<String> SCRIPTS = List.of("dev", "test", "doctor");

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        // Not System.exit in a finally: the shutdown hooks end the child processes.
        System.exit(run(args, new PrintWriter(System.out), new PrintWriter(System.err, true)));
    }

    /** All commands, with plain help of a hundred columns. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100);
    }

    /** Runs a command line and returns its exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = commandLine()
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getErr().println("tandem: internal error, please report it: " + e);
                    return INTERNAL;
                });
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, expected for instance 'tandem preview'");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        Optional<String> unknown = unknownCommand(e);
        err.println("tandem: " + unknown.orElse(e.getMessage()));
        if (unknown.isEmpty()) {
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        }
        err.println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    /** Where a command is expected, what was found instead, with the commands that there are and the nearest. */
    private static Optional<String> unknownCommand(ParameterException e) {
        Set<String> known = new TreeSet<>(e.getCommandLine().getSubcommands().keySet());
        if (known.isEmpty() || !(e instanceof UnmatchedArgumentException) || ((UnmatchedArgumentException) e).isUnknownOption()) {
            return Optional.empty();
        }
        if (e.getCommandLine().getParent() == null) {
            known.addAll(SCRIPTS);
        }
        String found = ((UnmatchedArgumentException) e).getUnmatched().get(0);
        return Optional.of("unknown command '" + found + "', expected one of " + String.join(", ", known)
                + Closest.to(found, known).map(near -> ". Did you mean '" + near + "'?").orElse(""));
    }
}
