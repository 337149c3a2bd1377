package dev.tandem.preview.run;

import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.statement.Statement;
import dev.tandem.cost.whatif.WhatIf;
import dev.tandem.preview.cost.ProjectCost;
import dev.tandem.preview.cost.ProjectCost.StackCost;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.StackReport;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Previews the stacks of a project for their cost. */
public final class CostPreview {

    private CostPreview() {}

    /**
     * Runs to the end and leaves no child process behind.
     *
     * @param whatIf changes to price too
     * @param clock says the day that the age of prices is counted to
     * @throws dev.tandem.preview.project.InvalidProjectException as {@link Preview#run} does
     * @throws dev.tandem.cost.whatif.WhatIfException when a change is of a service that no stack has
     */
    public static ProjectCost run(PreviewOptions options, WhatIf whatIf, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Statement> statements = new ConcurrentHashMap<>();
        Set<String> services = ConcurrentHashMap.newKeySet();
        Report report = Preview.run(options, (project, stack) -> new CostEstimate(project, stack, today,
                (by, resources, fallback, planned) -> {
                    services.addAll(FargateService.names(new Plan(resources, fallback)));
                    statements.put(stack.name(), by.statement(stack, whatIf, resources, fallback, planned));
                }));
        if (!statements.isEmpty()) {
            whatIf.requireServices(services);
        }
        return new ProjectCost(report.project(), report.stacks().stream()
                .map(s -> stack(s, Optional.ofNullable(statements.get(s.stack()))))
                .toList());
    }

    private static StackCost stack(StackReport report, Optional<Statement> statement) {
        boolean over = statement.map(Statement::over).orElse(false);
        return new StackCost(report.stack(), report.region(),
                report.exitCode() == ExitCode.CLEAN && over ? ExitCode.VIOLATED : report.exitCode(), report.problems(),
                report.incomplete(), statement);
    }
}
