package dev.tandem.preview.run;

import dev.tandem.policy.model.Resource;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.StackReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Previews the stacks of a project for their resources. */
public final class StackPlans {

    private StackPlans() {}

    /**
     * The plan of a stack with its properties, for commands that look into it. Immutable.
     *
     * @param report how the preview ended
     * @param resources what a stack rule would see; empty when the preview could not be finished
     */
    public record Planned(StackReport report, List<Resource> resources) {

        /** Copies. */
        public Planned {
            resources = List.copyOf(resources);
        }
    }

    /**
     * Runs to the end and leaves no child process behind.
     *
     * @return by stack, in the order of the options
     * @throws dev.tandem.preview.project.InvalidProjectException as {@link Preview#run} does
     */
    public static List<Planned> run(PreviewOptions options) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, List<Resource>> plans = new ConcurrentHashMap<>();
        Report report = Preview.run(options, (project, stack) -> new CostEstimate(project, stack, today,
                (by, resources, fallback, bill) -> plans.put(stack.name(), resources)));
        return report.stacks().stream().map(s -> new Planned(s, plans.getOrDefault(s.stack(), List.of()))).toList();
    }
}
