package dev.tandem.preview.run;

import dev.tandem.policy.model.Resource;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.Report;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Previews the stacks of a project for their resources, with no rules. */
public final class StackPlans {

    private StackPlans() {}

    /**
     * The plan of a stack.
     *
     * @param stack its name
     * @param exitCode whether the program ran to its end
     * @param problems what went wrong, for people
     * @param resources what a stack rule would see; empty when the program failed
     */
    public record Planned(String stack, ExitCode exitCode, List<String> problems, List<Resource> resources) {}

    /**
     * Runs to the end and leaves no child process behind.
     *
     * @param options pack and pack configuration are not looked at when absent
     * @param clock says the day that prices are counted to
     * @throws dev.tandem.preview.project.InvalidProjectException as {@link Preview#run} does
     */
    public static List<Planned> run(PreviewOptions options, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<Resource>> plans = new ConcurrentHashMap<>();
        Report report = Preview.run(options, (project, stack) -> new CostEstimate(project, stack, today,
                (by, resources, fallback, bill) -> plans.put(stack.name(), resources)));
        return report.stacks().stream()
                .map(s -> new Planned(s.stack(), s.exitCode(), s.problems(), plans.getOrDefault(s.stack(), List.of()))).toList();
    }
}
