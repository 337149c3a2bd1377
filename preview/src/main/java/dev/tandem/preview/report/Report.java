package dev.tandem.preview.report;

import dev.tandem.policy.report.PolicyReport;
import java.util.Comparator;
import java.util.List;

/**
 * A preview of a project's stacks as plain data; every output format is written from it. Immutable; holds no secret.
 *
 * @param project the project's name
 * @param stacks in the order asked for
 */
public record Report(String project, List<StackReport> stacks) {

    /** What reports call the tool. */
    public static final String TOOL = "tandem";

    public Report {
        stacks = List.copyOf(stacks);
    }

    /** What the policy pack found, of a tool of a version. */
    public PolicyReport policy(String toolVersion) {
        return new PolicyReport(TOOL, toolVersion, project, stacks.stream().map(StackReport::policy).toList());
    }

    /** The highest of the stacks. */
    public ExitCode exitCode() {
        return stacks.stream().map(StackReport::exitCode).max(Comparator.naturalOrder()).orElse(ExitCode.CLEAN);
    }
}
