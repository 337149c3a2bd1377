package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.waiver.Baseline;
import dev.tandem.policy.waiver.WaiverRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report as a baseline: what stops deployments today, one finding a line. Where there is a baseline already, what is left
 * of it; nothing is ever added to one. Thread-safe.
 *
 * <pre>{@code
 * PolicyReport report = new PolicyReport("tandem", "0.1.0", "shop", List.of());
 * String first = BaselineReport.write(report, Optional.empty());
 * String later = BaselineReport.write(report, Optional.of(Baseline.parse("baseline.txt", first)));
 * }</pre>
 */
@PublicApi
public final class BaselineReport {

    private static final String HEAD = """
            # Findings that were there when the policy pack was adopted: told, but they stop nothing. Lines are only taken out.
            # Mend a new finding, or waive it.
            """;

    private BaselineReport() {}

    /**
     * {@return the text of the file, sorted} Only violations: that a rule failed or was undecided, or that a waiver is
     * wrong, is never known since the start.
     *
     * @param report what was found; of a stack that it is not about, or whose judgement failed, every line stays
     * @param before the baseline as it is; empty when the project has none
     */
    public static String write(PolicyReport report, Optional<Baseline> before) {
        Set<String> present = new HashSet<>();
        for (PolicyResult result : report.results()) {
            result.findings().stream().filter(f -> counts(f, before.isPresent()))
                    .forEach(f -> present.add(Baseline.entry(f.id(), f.urn())));
        }
        return HEAD + before.map(b -> b.shrinkTo(withUnjudged(b, report, present)))
                .orElseGet(() -> new Baseline("", present)).text();
    }

    private static boolean counts(ReportedFinding finding, boolean known) {
        return finding.outcome() == Outcome.Kind.VIOLATION && !finding.rule().equals(WaiverRules.INVALID)
                && (finding.refuses() || (known && finding.isWaived()));
    }

    private static Set<String> withUnjudged(Baseline before, PolicyReport report, Set<String> present) {
        List<String> judged = report.results().stream().filter(r -> r.problems().isEmpty() && r.gaps().isEmpty())
                .map(r -> " urn:pulumi:" + r.stack() + "::").toList();
        Set<String> all = new HashSet<>(present);
        before.entries().stream().filter(e -> judged.stream().noneMatch(e::contains)).forEach(all::add);
        return all;
    }
}
