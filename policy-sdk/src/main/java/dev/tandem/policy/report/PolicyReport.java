package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import java.util.List;

/**
 * What a policy pack found out about the stacks of a project. Every form of a report is written from it. Immutable and
 * thread-safe; it holds no secret, which whoever makes one has to see to ({@link PolicyResult#cleaned}).
 *
 * <pre>{@code
 * PolicyReport report = new PolicyReport("tandem", "0.1.0", "shop",
 *         List.of(PolicyResult.failed("dev", 2, List.of("no stack 'dev'"))));
 * report.exitCode(); // 2
 * }</pre>
 *
 * @param tool what judged, such as {@code tandem}
 * @param toolVersion its version
 * @param project the project's name; empty when not known
 * @param results one for each stack, in the order in which they are shown
 */
@PublicApi
public record PolicyReport(String tool, String toolVersion, String project, List<PolicyResult> results) {

    /**
     * Copies the results.
     *
     * @param tool what judged
     * @param toolVersion its version
     * @param project empty when not known
     * @param results one for each stack
     */
    public PolicyReport {
        results = List.copyOf(results);
    }

    /** {@return the highest exit code of the results; 0 when there is none} */
    public int exitCode() {
        return results.stream().mapToInt(PolicyResult::exitCode).max().orElse(0);
    }
}
