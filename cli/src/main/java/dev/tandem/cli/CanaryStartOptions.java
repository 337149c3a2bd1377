package dev.tandem.cli;

import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.canary.CanarySettings;
import dev.tandem.ops.routes.RoutePlan;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a canary goes through; given when it begins, kept with it. */
final class CanaryStartOptions {

    @Option(names = "--steps", split = ",", paramLabel = "PERCENT",
            description = "Shares before it is promoted; the first 1 to 5. Default: 5,25,50.")
    private List<Integer> steps = CanarySettings.STEPS;

    @Option(names = "--soak", paramLabel = "TIME", defaultValue = "10m",
            description = "How long each share is watched: 30s, 10m, 2h. Default: ${DEFAULT-VALUE}.")
    private String soak;

    @Option(names = "--p95", paramLabel = "MILLISECONDS", defaultValue = "200", description = "Red above. Default: ${DEFAULT-VALUE}.")
    private double p95;

    @Option(names = "--p99", paramLabel = "MILLISECONDS", defaultValue = "1000", description = "Red above. Default: ${DEFAULT-VALUE}.")
    private double p99;

    @Option(names = "--errors", paramLabel = "PERCENT", defaultValue = "1",
            description = "Red above this share of 5xx answers. Default: ${DEFAULT-VALUE}.")
    private double errors;

    @Option(names = "--min-requests", paramLabel = "N", defaultValue = "20",
            description = "Answers that a verdict needs; without them a share is watched three times as long. Default: ${DEFAULT-VALUE}.")
    private int minRequests;

    @Option(names = "--smoke", paramLabel = "URL", description = "Must answer 2xx at every look; may be repeated.")
    private List<String> smoke = List.of();

    @Option(names = "--smoke-header", paramLabel = "NAME=VALUE",
            description = "Sent with --smoke, such as the mark of a pin that leads to the new version.")
    private List<String> smokeHeaders = List.of();

    @Option(names = "--version-of", paramLabel = "NAME", defaultValue = "canary",
            description = "Version that is tried out. Default: ${DEFAULT-VALUE}.")
    private String version;

    @Option(names = "--against", paramLabel = "NAME", defaultValue = "stable",
            description = "Version that has the rest. Default: ${DEFAULT-VALUE}.")
    private String against;

    @Option(names = "--staging", paramLabel = "ENVIRONMENT", defaultValue = "staging",
            description = "Where the same image must have been promoted first, if there is such an environment; else in the service's trial,"
                    + " if it ever had one (docs/staging.md). Default: ${DEFAULT-VALUE}.")
    private String staging;

    @Option(names = "--skip-staging", description = "Begins without it; say why with --note.")
    private boolean skipStaging;

    /** The first share, or the present one of the run that is under way. */
    RoutePlan plan(CanarySession session, String service, Optional<CanaryRun> running) {
        return session.planner().plan(running.orElseGet(() -> fresh(session, service, "nobody")));
    }

    /** A run that did not begin yet; refused when it was not in staging first. */
    CanaryRun fresh(CanarySession session, String service, String who) {
        CanarySettings settings = new CanarySettings(
                steps, Durations.seconds("--soak", soak), p95, p99, errors, minRequests, smoke, smokeHeaders);
        long base = session.live();
        String image = session.image(version);
        if (!skipStaging) {
            session.stagingFirst(staging, image);
        }
        return CanaryRun.fresh(service, version, against, settings, base, image, who);
    }
}
