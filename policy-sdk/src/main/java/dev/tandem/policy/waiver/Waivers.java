package dev.tandem.policy.waiver;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings do not stop a deployment, by waiver or baseline. Immutable and thread-safe.
 *
 * <pre>{@code
 * Waivers waivers = Waivers.of(WaiverFile.read(Path.of("waivers.yaml")))
 *         .withBaseline(Baseline.read(Path.of("baseline.txt")))
 *         .withLongest(Period.ofMonths(6));
 * }</pre>
 *
 * @param file the repository's waivers
 * @param baseline the findings that a team started out with
 * @param clock tells today, in UTC
 * @param longest how far ahead a waiver may end; empty for any time
 */
@PublicApi
public record Waivers(WaiverFile file, Baseline baseline, Clock clock, Optional<Period> longest) {

    private static final Set<String> NEVER_BY_RULE = Set.of("rule-failed", "undecided");

    /**
     * {@return waivers without baseline, by the machine's clock, of any length}
     *
     * @param file the repository's waivers
     */
    public static Waivers of(WaiverFile file) {
        return new Waivers(file, Baseline.NONE, Clock.systemUTC(), Optional.empty());
    }

    /**
     * {@return the same waivers with another baseline}
     *
     * @param other the findings that a team started out with
     */
    public Waivers withBaseline(Baseline other) {
        return new Waivers(file, other, clock, longest);
    }

    /**
     * {@return the same waivers by another clock}
     *
     * @param other tells today, in UTC
     */
    public Waivers withClock(Clock other) {
        return new Waivers(file, baseline, other, longest);
    }

    /**
     * {@return waivers that hold nothing when they end later than this from today}
     *
     * @param period from today on
     */
    public Waivers withLongest(Period period) {
        return new Waivers(file, baseline, clock, Optional.of(period));
    }

    /**
     * {@return the waiver in force for a finding} A waiver of a whole rule does not cover that the rule failed or could
     * not be decided; only the finding's own id does.
     *
     * @param rule that found it
     * @param finding what was found
     * @param urn of the resource, or of the stack
     */
    public Optional<Waiver> waiver(Rule rule, Finding finding, String urn) {
        return file.waivers().stream()
                .filter(w -> names(w, rule, finding) && Glob.matches(w.urn(), urn) && isValid(w))
                .findFirst();
    }

    /**
     * {@return whether a finding is in the baseline}
     *
     * @param finding what was found
     * @param urn of the resource, or of the stack
     */
    public boolean inBaseline(Finding finding, String urn) {
        return baseline.contains(finding.id(), urn);
    }

    boolean isValid(Waiver waiver) {
        return !waiver.isExpired(today()) && !isTooLong(waiver) && !isTooBroad(waiver);
    }

    boolean isTooLong(Waiver waiver) {
        return longest.filter(p -> waiver.until().isAfter(today().plus(p))).isPresent();
    }

    /** A pattern must say something of the resource's type or name, not only of stack and project. */
    static boolean isTooBroad(Waiver waiver) {
        String[] parts = waiver.urn().split("::", 4);
        String resource = parts.length < 3 ? waiver.urn() : String.join("", List.of(parts).subList(2, parts.length));
        return resource.replace("*", "").replace(":", "").isBlank();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private static boolean names(Waiver waiver, Rule rule, Finding finding) {
        boolean ofThisRule = waiver.rule().equals(rule.id()) || rule.oldIds().contains(waiver.rule());
        if (!ofThisRule) {
            return false;
        }
        return waiver.isOfRule()
                ? finding.detail().filter(NEVER_BY_RULE::contains).isEmpty()
                : waiver.finding().substring(waiver.rule().length()).equals(finding.id().substring(rule.id().length()));
    }
}
