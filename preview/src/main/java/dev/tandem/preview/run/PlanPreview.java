package dev.tandem.preview.run;

import dev.tandem.policy.model.Resource;
import dev.tandem.preview.report.StackReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stack's plan with its properties, for commands that look into it. Immutable.
 *
 * @param report    how the preview ended
 * @param resources the plan; empty when the preview could not be finished
 */
public record PlanPreview(StackReport report, List<Resource> resources) {

    /** Copies. */
    public PlanPreview {
        resources = List.copyOf(resources);
    }

    /**
     * Runs to the end and leaves no child process behind.
     *
     * @param options with exactly one stack
     * @throws dev.tandem.preview.project.InvalidProjectException as {@link Preview#run} does
     */
    public static PlanPreview run(PreviewOptions options) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        AtomicReference<List<Resource>> seen = new AtomicReference<>(List.of());
        StackReport report = Preview.run(options, (project, stack) -> new CostEstimate(project, stack, today,
                (by, resources, fallback, planned) -> seen.set(resources))).stacks().get(0);
        return new PlanPreview(report, seen.get());
    }
}
