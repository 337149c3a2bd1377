package dev.tandem.policy.report;

import dev.tandem.policy.rule.Severity;
import java.util.Locale;
import java.util.Optional;

/** The words by which reports name levels, severities and outcomes. */
final class Labels {

    private Labels() {}

    static String of(Optional<Severity> severity) {
        return severity.map(Labels::of).orElse("");
    }

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code mandatory}, {@code advisory} or {@code waived}; a finding is never {@code remediate}. */
    static String standing(ReportedFinding f) {
        return f.isWaived() ? "waived" : f.refuses() ? "mandatory" : "advisory";
    }
}
