package dev.tandem.mesh.route;

import java.util.regex.Pattern;

/** Faults and rate limits. */
final class TrafficChecks {

    private static final Pattern HEADER = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[!-~]{1,128}");
    private static final int LONGEST_DELAY_MILLIS = 30_000;
    private static final int HIGHEST_RATE = 1_000_000;

    private TrafficChecks() {}

    static void check(RouteDocument document, Checks checks) {
        document.fault().ifPresent(fault -> fault(fault, checks));
        document.rateLimit().ifPresent(limit -> {
            checks.range("rateLimit.requestsPerSecond", limit.requestsPerSecond(), 1, HIGHEST_RATE, "requests per second and task");
            if (limit.burst() < limit.requestsPerSecond() || limit.burst() > HIGHEST_RATE) {
                checks.add("rateLimit.burst", Integer.toString(limit.burst()), "requestsPerSecond "
                        + limit.requestsPerSecond() + " to " + HIGHEST_RATE + ": the bucket is filled once a second");
            }
        });
    }

    private static void fault(Fault fault, Checks checks) {
        if (fault.delay().isEmpty() && fault.abort().isEmpty()) {
            checks.add("fault", "neither delay nor abort", "at least one of them, or no fault at all");
        }
        fault.delay().ifPresent(delay -> {
            checks.range("fault.delay.millis", delay.millis(), 1, LONGEST_DELAY_MILLIS, "milliseconds");
            checks.range("fault.delay.percent", delay.percent(), 1, 100);
        });
        fault.abort().ifPresent(abort -> {
            checks.range("fault.abort.status", abort.status(), 400, 599, "an HTTP error status");
            checks.range("fault.abort.percent", abort.percent(), 1, 100);
        });
        fault.onlyIf().ifPresent(gate -> {
            checks.text("fault.onlyIf.name", gate.name(), HEADER, "a header name in lower case, such as \"x-tandem-fault\"");
            checks.text("fault.onlyIf.value", gate.value(), VALUE, "1 to 128 visible ASCII characters, no spaces");
        });
    }
}
