package dev.tandem.preview.run;

import dev.tandem.policy.model.Redaction;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.ShortNames;
import dev.tandem.policy.wire.ResourceDecoder;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.engine.EngineLog;
import dev.tandem.preview.engine.Inspector;
import dev.tandem.preview.engine.ProgramResult;
import dev.tandem.preview.engine.ProgramRun;
import dev.tandem.preview.engine.Registration;
import dev.tandem.preview.pack.PackConfigFile;
import dev.tandem.preview.pack.PackFailedException;
import dev.tandem.preview.pack.PackProcess;
import dev.tandem.preview.pack.PackProject;
import dev.tandem.preview.pack.PackResult;
import dev.tandem.preview.pack.WireResources;
import dev.tandem.preview.picture.Architecture;
import dev.tandem.preview.picture.ArchitectureReader;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import dev.tandem.preview.report.Cost;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.RecoveryBudget;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.report.StackReport.LogLine;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** The preview of one stack: pack and program at once, then judgement and cost. Not reusable. */
final class StackPreview implements AutoCloseable {

    private final Project project;
    private final Stack stack;
    private final PreviewOptions options;
    private final CompletableFuture<CostEstimate> cost;
    private final Optional<PackProcess> pack;
    private final ProgramRun program;

    /** Starts the pack; the program starts with {@link #run}. */
    StackPreview(Project project, Stack stack, PreviewOptions options, Optional<PackProject> packProject,
            Optional<PackConfigFile> packConfig, CompletableFuture<CostEstimate> cost) {
        this.project = project;
        this.stack = stack;
        this.options = options;
        this.cost = cost;
        this.pack = packProject.map(p -> PackProcess.start(p, packConfig, project, stack, options.silence()));
        Inspector inspector = pack.map(PackProcess::inspector)
                .orElse((resource, deployment) -> CompletableFuture.completedFuture(resource.inputs()));
        this.program = program(inspector);
        pack.ifPresent(p -> p.onFailure(program::stop));
    }

    private ProgramRun program(Inspector inspector) {
        try {
            return new ProgramRun(project, stack, inspector);
        } catch (RuntimeException e) {
            pack.ifPresent(PackProcess::close);
            throw e;
        }
    }

    /** Runs to the end; what goes wrong is in the report. */
    StackReport run() {
        ProgramResult ran = program.run(options.silence());
        Deployment deployment = ran.deployment();
        Redaction secrets = Secrets.of(stack, deployment);
        String region = region(deployment);
        try {
            if (ran.outcome() != ProgramResult.Outcome.COMPLETED) {
                pack.flatMap(PackProcess::failure).ifPresent(f -> {
                    throw f;
                });
                ExitCode code =
                        ran.outcome() == ProgramResult.Outcome.INVALID ? ExitCode.INVALID : ExitCode.PROGRAM_FAILED;
                return failed(region, code, ran.problems(), ran.log(), secrets);
            }
            AnalyzeStackRequest plan = WireResources.stack(deployment);
            CompletableFuture<List<Resource>> resources = CompletableFuture.supplyAsync(() -> decode(plan), Threads::daemon);
            CompletableFuture<Cost> bill = resources.thenApply(r -> Threads.join(cost).of(r, region));
            Judgement judgement = pack.map(p -> judge(p, deployment, plan)).orElse(Judgement.NONE);
            Architecture architecture = options.picture()
                    ? ArchitectureReader.read(Threads.join(resources)).cleaned(secrets) : Architecture.EMPTY;
            return report(ran, judgement, architecture, Threads.join(bill), region, secrets);
        } catch (PackFailedException e) {
            return failed(region, ExitCode.PACK_FAILED, List.of(e.getMessage()), ran.log(), secrets);
        } catch (InvalidProjectException e) {
            return failed(region, ExitCode.INVALID, List.of(e.getMessage()), ran.log(), secrets);
        }
    }

    /** Ends pack and program, if they still run. */
    @Override
    public void close() {
        program.close();
        pack.ifPresent(PackProcess::close);
    }

    private StackReport report(ProgramResult ran, Judgement judgement, Architecture architecture, Cost bill, String region,
            Redaction secrets) {
        Deployment deployment = ran.deployment();
        List<String> incomplete =
                deployment.resources().stream().filter(Registration::remote).map(Registration::urn).sorted().toList();
        boolean violated = judgement.refuses()
                || (!incomplete.isEmpty() && !options.allowIncomplete())
                || (!judgement.undecided().isEmpty() && options.refuseUndecided());
        ExitCode code = violated ? ExitCode.VIOLATED : ExitCode.CLEAN;
        List<String> gaps = incomplete.stream().map(urn -> ShortNames.resource(urn)
                + " is a remote component, which only its own provider can expand; what is inside was not judged").toList();
        PolicyResult policy = new PolicyResult(stack.name(), judgement.pack(), code.number(), List.of(), gaps,
                judgement.findings(), judgement.undecided(), judgement.notApplicable(), judgement.rules(),
                SourceFiles.locate(project.root(), deployment.declarations()));
        return new StackReport(region, policy.cleaned(secrets), incomplete, plan(deployment), architecture, recovery(deployment),
                Optional.of(bill),
                log(ran.log(), secrets));
    }

    private static Optional<RecoveryBudget> recovery(Deployment deployment) {
        return deployment.find(deployment.stackUrn()).flatMap(stack -> RecoveryOutputs.read(stack.outputs()));
    }

    private StackReport failed(String region, ExitCode code, List<String> problems, EngineLog log, Redaction secrets) {
        return StackReport.failed(
                stack.name(), region, code, problems.stream().map(secrets).toList(), log(log, secrets));
    }

    private List<LogLine> log(EngineLog programLog, Redaction secrets) {
        return Stream.concat(programLog.entries().stream(),
                        pack.map(p -> p.log().entries()).orElse(List.of()).stream())
                .filter(e -> e.level() != EngineLog.Level.ERROR)
                .map(e -> new LogLine(e.level().name().toLowerCase(Locale.ROOT), secrets.apply(e.message()), e.urn()))
                .toList();
    }

    private static List<Resource> decode(AnalyzeStackRequest plan) {
        return plan.getResourcesList().stream().map(ResourceDecoder::decode).toList();
    }

    /** The pack ends while the report is written. */
    private static Judgement judge(PackProcess pack, Deployment deployment, AnalyzeStackRequest plan) {
        PackResult result = pack.finish(deployment, plan);
        Threads.daemon(pack::close);
        return Judgement.of(result);
    }

    /** By URN: a program registers concurrently, so the order of registration differs from run to run. */
    private static List<PlannedResource> plan(Deployment deployment) {
        return deployment.resources().stream()
                .sorted(Comparator.comparing(Registration::urn))
                .map(r -> planned(r, deployment))
                .toList();
    }

    private static PlannedResource planned(Registration r, Deployment deployment) {
        Optional<Registration> provider = r.isProvider() ? Optional.of(r) : deployment.find(r.provider());
        return new PlannedResource(r.urn(), r.type(), r.name(), r.parent(), r.provider(),
                provider.flatMap(StackPreview::regionOf).orElse(""), r.custom() && !r.isProvider());
    }

    private String region(Deployment deployment) {
        return stack.plain("aws:region")
                .or(() -> deployment.resources().stream()
                        .filter(Registration::isProvider)
                        .flatMap(p -> regionOf(p).stream())
                        .findFirst())
                .orElse("");
    }

    private static Optional<String> regionOf(Registration provider) {
        return provider.inputs().get("region") instanceof Value.Text t ? Optional.of(t.value()) : Optional.empty();
    }
}
