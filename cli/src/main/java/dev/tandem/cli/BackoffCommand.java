package dev.tandem.cli;

import dev.tandem.ops.routes.RouteEdits;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tandem backoff}: what callers of a service try again, and how patiently. */
@Command(
        name = "backoff",
        description = "Changes what the callers of a service try again: attempts, the budget of retries, and the pauses between them."
                + " The values before stay in the history: rollback brings them back.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, shown, or nothing to do",
            "1:refused: the change, a version without tasks, or someone else is changing the service",
            "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem backoff auth --attempts 0 --yes                 no retries while it recovers",
            "  ./tandem backoff auth --base 100 --max 2000 --budget 10 --yes"
        })
final class BackoffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions where;

    @Mixin
    private ChangeOptions how;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Name of the service, such as auth.")
    private String service;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Option(names = "--attempts", paramLabel = "N", description = "Attempts after the first, 0 to 5.")
    private Integer attempts;

    @Option(names = "--budget", paramLabel = "PERCENT", description = "Retries allowed, percent of the requests under way.")
    private Integer budget;

    @Option(names = "--base", paramLabel = "MILLISECONDS", description = "First pause; they grow, with jitter.")
    private Integer base;

    @Option(names = "--max", paramLabel = "MILLISECONDS", description = "Longest pause.")
    private Integer max;

    @Override
    public Integer call() {
        if (attempts == null && budget == null && base == null && max == null) {
            throw new ParameterException(spec.commandLine(),
                    "nothing to change, expected at least one of --attempts, --budget, --base, --max");
        }
        return new RouteChanger(spec, where, how, false, false).run(session -> session.operations().plan(service,
                document -> RouteEdits.backoff(document, given(attempts), given(budget), given(base), given(max)), false));
    }

    private static OptionalInt given(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
