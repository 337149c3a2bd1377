package dev.tandem.cli;

import dev.tandem.policy.report.PolicyReport;
import dev.tandem.preview.check.Check;
import dev.tandem.preview.check.CheckOptions;
import dev.tandem.preview.check.InputForm;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.report.ReportFormat;
import dev.tandem.preview.run.PreviewOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tandem check}: a policy pack judges resources from a file, offline. */
@Command(
        name = "check",
        description = "Has a policy pack judge what the Pulumi command line wrote to a file, with no program, no account"
                + " and no network.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean; advice may be there",
            "1:a mandatory rule is violated, the file leaves resources out, or a rule is undecided that may not be",
            "2:wrong usage, file or configuration",
            "4:the policy pack failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem check --stack-export state.json    after: pulumi stack export >state.json",
            "  ./tandem check --preview-json plan.json     after: pulumi preview --json --show-sames >plan.json",
            "  ./tandem check --resources plan.jsonl --stack eu-west-1 --format junit --out policies.xml"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    /** Exactly one of them. */
    static final class Input {
        @Option(names = "--stack-export", paramLabel = "FILE", description = "What 'pulumi stack export' writes.")
        private Path stackExport;

        @Option(names = "--preview-json", paramLabel = "FILE",
                description = "What 'pulumi preview --json --show-sames' writes.")
        private Path previewJson;

        @Option(names = "--resources", paramLabel = "FILE",
                description = "A JSON object a line, each a resource with type, name and properties.")
        private Path resources;

        private InputForm form() {
            return stackExport != null ? InputForm.STACK_EXPORT
                    : previewJson != null ? InputForm.PREVIEW_JSON : InputForm.RESOURCES;
        }

        private Path file() {
            return stackExport != null ? stackExport : previewJson != null ? previewJson : resources;
        }
    }

    @ArgGroup(multiplicity = "1")
    private Input input;

    @Option(names = {"-s", "--stack"}, paramLabel = "STACK",
            description = "The stack whose configuration the pack gets. Default: that of the resources, if it has a file.")
    private String stack;

    @Option(names = {"--pack", "--policy-pack"}, paramLabel = "DIR",
            description = "The policy pack. Default: ${DEFAULT-VALUE}.", defaultValue = PreviewOptions.PACK)
    private String pack;

    @Option(names = {"--pack-config", "--policy-pack-config"}, paramLabel = "FILE",
            description = "JSON with levels and properties of rules, as the Pulumi command line takes it.")
    private Path packConfig;

    @Mixin
    private ReportOptions report;

    @Option(names = "--undecided", paramLabel = "accept|refuse",
            description = "What to do when a rule needs a value that is not known. Default: accept.")
    private String undecided = "accept";

    @Option(names = "--allow-incomplete", description = "Accepts a file that leaves resources out.")
    private boolean allowIncomplete;

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "Gives up when the pack is not heard of for so long. Default: ${DEFAULT-VALUE}.",
            defaultValue = "300")
    private long timeout;

    @Override
    public Integer call() {
        ReportFormat format = report.format(spec);
        CheckOptions options = options();
        PrintWriter err = spec.commandLine().getErr();
        try {
            PolicyReport result = Check.run(options, BuildVersion.read());
            report.write(spec, format, form -> form.write(result, report.view(Optional.empty())));
            return result.exitCode();
        } catch (InvalidProjectException e) {
            err.println("tandem: " + e.getMessage());
            return Main.USAGE;
        }
    }

    private CheckOptions options() {
        Duration patience = Choices.timeout(spec, timeout);
        boolean refuse = Choices.of(spec, "--undecided", undecided, PreviewCommand.UndecidedIs.class)
                == PreviewCommand.UndecidedIs.REFUSE;
        return new CheckOptions(PreviewCommand.root(), input.form(), input.file(), input.file().toString(),
                Optional.ofNullable(stack), pack, Optional.ofNullable(packConfig).map(Path::toAbsolutePath), allowIncomplete,
                refuse, patience);
    }
}
