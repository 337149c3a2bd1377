package dev.tandem.requirements.trace;

import dev.tandem.requirements.Covers.Evidence;
import java.util.Collection;
import java.util.List;

/**
 * A criterion with what covers it: one row of the page.
 *
 * @param criterion the criterion
 * @param covers the passing tests that name it, sorted
 */
public record Row(Criterion criterion, List<Cover> covers) {

    /** Joins criteria and covers; covers of unknown criteria are left to {@link TraceCheck}. */
    public static List<Row> join(Collection<Criterion> criteria, Collection<Cover> covers) {
        return criteria.stream()
            .map(criterion -> new Row(criterion, covers.stream()
                .filter(cover -> cover.criterion().equals(criterion.id())).sorted().toList()))
            .toList();
    }

    /** The state in words, the best that declaration, tests and the criterion's own limit allow together. */
    public String state() {
        if (criterion.declared() == Criterion.Declared.OPEN || covers.isEmpty()) {
            return "open";
        }
        Evidence best = covers.stream().map(Cover::evidence).min(Evidence::compareTo).orElseThrow();
        Evidence honest = best.compareTo(criterion.atMost()) < 0 ? criterion.atMost() : best;
        return switch (honest) {
            case PROVEN -> "proven";
            case SIMULATED -> "proven against a simulator";
            case DESIGNED -> "designed only";
        };
    }
}
