package dev.tandem.cli;

import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.report.EarlierReport;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.ReportFormat;
import dev.tandem.preview.run.Preview;
import dev.tandem.preview.run.PreviewOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tandem preview}: plan, findings and cost, offline. */
@Command(
        name = "preview",
        description = "Shows what a deployment would create, which rules it breaks and what it costs, with no account,"
                + " no network and no Pulumi command line.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean; advice may be there",
            "1:a mandatory rule is violated, the plan is incomplete, or a rule is undecided that may not be",
            "2:wrong usage, configuration or fixture",
            "3:the program failed",
            "4:the policy pack failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem preview --stack eu-west-1",
            "  ./tandem preview --format html --out report.html --compare main.json",
            "  ./tandem preview --format sarif --out policies.sarif --undecided=refuse   in a pipeline",
            "  ./tandem preview --watch                                                  while you edit"
        })
final class PreviewCommand implements Callable<Integer> {

    /** What an undecided rule does. */
    enum UndecidedIs {
        ACCEPT,
        REFUSE
    }

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Option(names = {"-s", "--stack"}, paramLabel = "STACK", description = "A stack; may be repeated. Default: all.")
    private List<String> stacks = List.of();

    @Mixin
    private ReportOptions report;

    @Option(names = "--compare", paramLabel = "FILE",
            description = "An earlier report in JSON, with which the new one is compared: the bill in text and markdown, everything in html.")
    private Path compare;

    @Option(names = "--policy-pack", paramLabel = "DIR", description = "The policy pack. Default: ${DEFAULT-VALUE}.",
            defaultValue = PreviewOptions.PACK)
    private String pack;

    @Option(names = "--policy-pack-config", paramLabel = "FILE",
            description = "JSON with levels and properties of rules, as the Pulumi command line takes it.")
    private Path packConfig;

    @Option(names = "--no-policies", description = "Judges nothing.")
    private boolean noPolicies;

    @Option(names = "--undecided", paramLabel = "accept|refuse",
            description = "What to do when a rule needs a value that is known only after the deployment. Default: accept.")
    private String undecided = "accept";

    @Option(names = "--allow-incomplete",
            description = "Accepts a plan with remote components, whose insides are not known offline.")
    private boolean allowIncomplete;

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "Gives up when program or pack is not heard of for so long. Default: ${DEFAULT-VALUE}.",
            defaultValue = "300")
    private long timeout;

    @Option(names = "--watch",
            description = "Previews again whenever a file of the project is saved, until it is interrupted.")
    private boolean watch;

    @Override
    public Integer call() {
        ReportFormat format = report.format(spec);
        PreviewOptions options = options();
        if (watch) {
            return Watch.of(root(), report.files()).run(() -> preview(format, options), spec.commandLine().getErr());
        }
        return preview(format, options);
    }

    private int preview(ReportFormat format, PreviewOptions options) {
        PrintWriter err = spec.commandLine().getErr();
        try (Progress progress = Progress.start(err)) {
            Optional<EarlierReport> earlier = Optional.ofNullable(compare).map(f -> EarlierReport.read(f, f.toString()));
            Report result = Preview.run(options);
            report.write(spec, format, form -> form.write(result, report.view(earlier)));
            return result.exitCode().number();
        } catch (InvalidProjectException e) {
            err.println("tandem: " + e.getMessage());
            return Main.USAGE;
        }
    }

    private PreviewOptions options() {
        Duration patience = Choices.timeout(spec, timeout);
        if (noPolicies && packConfig != null) {
            throw new ParameterException(spec.commandLine(), "--no-policies and --policy-pack-config exclude each other");
        }
        return new PreviewOptions(root(), stacks, noPolicies ? Optional.empty() : Optional.of(pack),
                Optional.ofNullable(packConfig).map(Path::toAbsolutePath), allowIncomplete,
                Choices.of(spec, "--undecided", undecided, UndecidedIs.class) == UndecidedIs.REFUSE, patience,
                report.writes(spec, ReportFormat.HTML));
    }

    /** The launcher says where the clone is; without it, it is the current folder. */
    static Path root() {
        return Path.of(System.getProperty("tandem.root", "."));
    }
}
