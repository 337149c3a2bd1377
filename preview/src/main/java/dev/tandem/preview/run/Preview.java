package dev.tandem.preview.run;

import dev.tandem.preview.pack.PackConfigFile;
import dev.tandem.preview.pack.PackProject;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.StackReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Previews the stacks of a project side by side, with no CLI, account or network. */
public final class Preview {

    private Preview() {}

    /**
     * Runs to the end and leaves no child process behind.
     *
     * @throws InvalidProjectException when project, stack names, stack files, pack folder or pack configuration are
     *     wrong; nothing was started then
     */
    public static Report run(PreviewOptions options) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return run(options, (project, stack) -> new CostEstimate(project, stack, today, (by, plan, region, report) -> {}));
    }

    /** As {@link #run(PreviewOptions)}, priced by what {@code pricing} makes for each stack. */
    static Report run(PreviewOptions options, BiFunction<Project, Stack, CostEstimate> pricing) {
        Project project = Project.load(options.root());
        List<String> names = options.stacks().isEmpty() ? project.stacks() : options.stacks().stream().distinct().toList();
        if (names.isEmpty()) {
            throw new InvalidProjectException("project '" + project.name()
                    + "' has no stack: expected at least one file Pulumi.<stack>.yaml beside Pulumi.yaml");
        }
        List<Stack> stacks = names.stream().map(project::stack).toList();
        Optional<PackProject> pack = options.pack().map(folder -> PackProject.load(project.root(), folder));
        Optional<PackConfigFile> packConfig = options.packConfig()
                .map(f -> PackConfigFile.read(project.root().resolve(f), f.toString()));
        return new Report(project.name(), run(options, project, stacks, pack, packConfig, pricing));
    }

    private static List<StackReport> run(PreviewOptions options, Project project, List<Stack> stacks,
            Optional<PackProject> pack, Optional<PackConfigFile> packConfig,
            BiFunction<Project, Stack, CostEstimate> pricing) {
        List<StackPreview> started = new ArrayList<>();
        List<CompletableFuture<StackReport>> running = new ArrayList<>();
        List<CompletableFuture<CostEstimate>> costs = new ArrayList<>();
        try {
            for (Stack stack : stacks) {
                CompletableFuture<CostEstimate> cost = new CompletableFuture<>();
                costs.add(cost);
                running.add(start(options, project, stack, pack, packConfig, cost, started));
            }
            for (int i = 0; i < stacks.size(); i++) {
                complete(costs.get(i), project, stacks.get(i), pricing);
            }
            return running.stream().map(Threads::join).toList();
        } finally {
            started.stream().map(s -> CompletableFuture.runAsync(s::close, Threads::daemon)).toList()
                    .forEach(CompletableFuture::join);
        }
    }

    /** A fixture file of the wrong form is found when the engine opens, before anything of this stack runs. */
    private static CompletableFuture<StackReport> start(PreviewOptions options, Project project, Stack stack,
            Optional<PackProject> pack, Optional<PackConfigFile> packConfig, CompletableFuture<CostEstimate> cost,
            List<StackPreview> started) {
        StackPreview preview;
        try {
            preview = new StackPreview(project, stack, options, pack, packConfig, cost);
        } catch (InvalidProjectException e) {
            return CompletableFuture.completedFuture(StackReport.failed(
                    stack.name(), "", ExitCode.INVALID, List.of(e.getMessage()), List.of()));
        }
        started.add(preview);
        return CompletableFuture.supplyAsync(preview::run, Threads::daemon);
    }

    private static void complete(CompletableFuture<CostEstimate> cost, Project project, Stack stack,
            BiFunction<Project, Stack, CostEstimate> pricing) {
        try {
            cost.complete(pricing.apply(project, stack));
        } catch (RuntimeException e) {
            cost.completeExceptionally(e);
        }
    }
}
