package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import java.util.List;

/**
 * What a policy pack found out about the stacks of a project. Every form of a report is written from it. Immutable; it
 * holds no secret, which whoever makes one has to see to ({@link PolicyResult#cleaned}).
 *
 * @param tool what judged, such as {@code tandem}
 * @param toolVersion its version
 * @param project the project's name; empty when not known
 * @param results one for each stack, in the order in which they are shown
 */
@PublicApi
public record PolicyReport(String tool, String toolVersion, String project, List<PolicyResult> results) {

    public PolicyReport {
        results = List.copyOf(results);
    }

    /** The highest exit code of the results; 0 when there is none. */
    public int exitCode() {
        return results.stream().mapToInt(PolicyResult::exitCode).max().orElse(0);
    }
}
