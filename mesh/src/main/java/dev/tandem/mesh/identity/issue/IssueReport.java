package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.Lifetimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run did.
 *
 * @param services by name
 * @param ca       what happened to the CAs, a sentence each; empty when nothing did
 * @param notices  what went on without, such as the other region's CAs
 */
public record IssueReport(Map<String, Outcome> services, List<String> ca, List<String> notices) {

    /** Keeps its own, sorted. */
    public IssueReport {
        services = Collections.unmodifiableMap(new TreeMap<>(services));
        ca = List.copyOf(ca);
        notices = List.copyOf(notices);
    }

    /**
     * One service.
     *
     * @param issued   whether it got a new identity
     * @param reason   why it did, or why not, or the error
     * @param issuedAt when the identity that it has now was issued; empty when it has none
     * @param notAfter when that ends; empty when it has none
     * @param failed   whether the reason is an error
     */
    public record Outcome(boolean issued, String reason, Optional<Instant> issuedAt, Optional<Instant> notAfter, boolean failed) {}

    /** The errors, by service. */
    public Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        services.forEach((service, outcome) -> {
            if (outcome.failed()) {
                failures.put(service, outcome.reason());
            }
        });
        return failures;
    }

    /** Age of the oldest identity; a service without any counts as one whose life is over. */
    public Duration oldest(Instant now) {
        return services.values().stream()
                .map(outcome -> outcome.issuedAt().map(at -> Duration.between(at, now))
                        .orElse(Lifetimes.SVID))
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
}
