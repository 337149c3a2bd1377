package dev.tandem.cli;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.routes.MeshOnly;
import dev.tandem.ops.routes.RouteEdits;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code tandem backoff}: what callers of a service try again, and how patiently. */
@Command(
        name = "backoff",
        description = "Changes what the callers of a service try again: attempts, the budget of retries, and the pauses between them."
                + " The values before stay in the history: rollback brings them back.",
        footer = {
            "  ./tandem backoff auth --attempts 0 --yes                 no retries while it recovers",
            "  ./tandem backoff auth --base 100 --max 2000 --budget 10 --yes"
        })
final class BackoffCommand extends ServiceCommand {

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
            throw new ParameterException(spec().commandLine(),
                    "nothing to change, expected at least one of --attempts, --budget, --base, --max");
        }
        return change(session -> session.operations().plan(service(), this::edit, false));
    }

    private RouteDocument edit(RouteDocument document) {
        MeshOnly.RETRIES.refuse(document, "backoff");
        return RouteEdits.backoff(document, given(attempts), given(budget), given(base), given(max));
    }

    private static OptionalInt given(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
