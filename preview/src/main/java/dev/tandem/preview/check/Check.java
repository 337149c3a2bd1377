package dev.tandem.preview.check;

import dev.tandem.policy.model.Redaction;
import dev.tandem.policy.report.PolicyReport;
import dev.tandem.policy.report.PolicyResult;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.engine.Registration;
import dev.tandem.preview.pack.PackConfigFile;
import dev.tandem.preview.pack.PackFailedException;
import dev.tandem.preview.pack.PackProcess;
import dev.tandem.preview.pack.PackProject;
import dev.tandem.preview.pack.WireResources;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.run.Judgement;
import dev.tandem.preview.run.Secrets;
import dev.tandem.preview.run.SourceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a policy pack judge resources from a file, with no program, account or network. */
public final class Check {

    private final CheckOptions options;
    private final Snapshot snapshot;

    private Check(CheckOptions options, Snapshot snapshot) {
        this.options = options;
        this.snapshot = snapshot;
    }

    /**
     * Runs to the end and leaves no child process behind.
     *
     * @throws dev.tandem.preview.project.InvalidProjectException when the file, the pack's folder, its configuration or
     *     the stack are wrong
     */
    public static PolicyReport run(CheckOptions options, String toolVersion) {
        Snapshot snapshot = new InputFile(options).read();
        PolicyResult result = new Check(options, snapshot).judge();
        return new PolicyReport(Report.TOOL, toolVersion, snapshot.project(), List.of(result));
    }

    private PolicyResult judge() {
        Optional<Project> project = project();
        Stack stack = stack(project);
        PackProject pack = PackProject.load(options.root(), options.pack());
        Optional<PackConfigFile> config = options.packConfig()
                .map(f -> PackConfigFile.read(options.root().resolve(f), f.toString()));
        Deployment deployment = snapshot.deployment();
        Redaction secrets = Secrets.of(stack, deployment);
        Path directory = project.map(Project::programDirectory).orElse(pack.directory());
        try (PackProcess process = PackProcess.start(pack, config, directory, snapshot.project(), stack,
                snapshot.planned(), options.silence())) {
            for (Registration resource : deployment.resources()) {
                process.judge(resource, deployment);
            }
            Judgement judgement = Judgement.of(process.finish(deployment, WireResources.stack(deployment)));
            return result(judgement, deployment).cleaned(secrets);
        } catch (PackFailedException e) {
            return PolicyResult.failed(snapshot.stack(), ExitCode.PACK_FAILED.number(), List.of(e.getMessage()))
                    .cleaned(secrets);
        }
    }

    private PolicyResult result(Judgement judgement, Deployment deployment) {
        boolean refused = judgement.refuses()
                || (!snapshot.gaps().isEmpty() && !options.allowIncomplete())
                || (!judgement.undecided().isEmpty() && options.refuseUndecided());
        return new PolicyResult(snapshot.stack(), judgement.pack(),
                (refused ? ExitCode.VIOLATED : ExitCode.CLEAN).number(), List.of(), snapshot.gaps(), judgement.findings(),
                judgement.undecided(), judgement.notApplicable(), judgement.rules(),
                SourceFiles.locate(options.root(), snapshot.declarations()));
    }

    private Optional<Project> project() {
        return options.stack().isPresent() || Files.isRegularFile(options.root().resolve("Pulumi.yaml"))
                ? Optional.of(Project.load(options.root())) : Optional.empty();
    }

    /** The stack asked for; else the one that the resources are of, when this project has it; else one without settings. */
    private Stack stack(Optional<Project> project) {
        if (options.stack().isPresent()) {
            return project.orElseThrow().stack(options.stack().get());
        }
        return project.filter(p -> p.name().equals(snapshot.project()) && p.stacks().contains(snapshot.stack()))
                .map(p -> p.stack(snapshot.stack()))
                .orElseGet(() -> new Stack(snapshot.stack(), Map.of()));
    }
}
