package dev.tandem.cli;

import dev.tandem.mesh.route.RateLimit;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.routes.RouteEdits;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code tandem throttle}: what a service accepts, and what its callers may have under way. */
@Command(
        name = "throttle",
        description = "Limits what every task of a service accepts (429 beyond it), and what every caller may have under way (503 at once)."
                + " The values before stay in the history: rollback brings them back.",
        footer = {
            "  ./tandem throttle auth --rps 100 --burst 200 --yes     each task, over edge and mesh together",
            "  ./tandem throttle auth --requests 50 --yes              each calling Envoy, per version",
            "  ./tandem throttle auth --off --yes                      no rate limit"
        })
final class ThrottleCommand extends ServiceCommand {

    @Option(names = "--rps", paramLabel = "N", description = "Requests per second that one task accepts.")
    private Integer rps;

    @Option(names = "--burst", paramLabel = "N", description = "Requests that may come at once. Default: twice --rps.")
    private Integer burst;

    @Option(names = "--requests", paramLabel = "N", description = "Requests that one caller may have under way.")
    private Integer requests;

    @Option(names = "--off", description = "Takes the rate limit away.")
    private boolean off;

    @Override
    public Integer call() {
        if (rps == null && requests == null && !off) {
            throw new ParameterException(
                    spec().commandLine(), "nothing to change, expected at least one of --rps, --requests, --off");
        }
        if (off && rps != null || burst != null && rps == null) {
            throw new ParameterException(spec().commandLine(), off
                    ? "--off and --rps exclude each other" : "--burst goes with a rate, expected --rps as well");
        }
        return change(session -> session.operations().plan(service(), this::edit, false));
    }

    private RouteDocument edit(RouteDocument document) {
        Optional<RateLimit> limit = rps == null
                ? off ? Optional.empty() : document.rateLimit()
                : Optional.of(new RateLimit(rps, burst == null ? 2 * rps : burst));
        return RouteEdits.throttle(document, limit, requests == null ? OptionalInt.empty() : OptionalInt.of(requests));
    }
}
