package dev.tandem.cli;

import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.report.PreviewJson;
import dev.tandem.preview.report.Report;
import dev.tandem.policy.report.TextStyle;
import dev.tandem.preview.report.PreviewText;
import dev.tandem.preview.run.Preview;
import dev.tandem.preview.run.PreviewOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
            "1:a mandatory rule is violated, or the plan is incomplete",
            "2:wrong usage, configuration or fixture",
            "3:the program failed",
            "4:the policy pack failed"
        })
final class PreviewCommand implements Callable<Integer> {

    /** Forms of the report. */
    enum Format {
        TEXT,
        JSON
    }

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

    @Option(names = "--format", paramLabel = "text|json", description = "Form of the report. Default: text.")
    private String format = "text";

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes the report there, not to the terminal.")
    private Path out;

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

    @Override
    public Integer call() {
        Format form = choice("--format", format, Format.class);
        PreviewOptions options = options();
        PrintWriter err = spec.commandLine().getErr();
        Report report;
        try (Progress progress = Progress.start(err)) {
            report = Preview.run(options);
        } catch (InvalidProjectException e) {
            err.println("tandem: " + e.getMessage());
            return Main.USAGE;
        }
        String text = form == Format.JSON
                ? PreviewJson.write(report, BuildVersion.read())
                : PreviewText.write(report, out == null ? Terminal.style() : TextStyle.PLAIN, false);
        write(text);
        return report.exitCode().number();
    }

    private PreviewOptions options() {
        if (timeout < 1) {
            throw wrong("--timeout", String.valueOf(timeout), "a whole number of seconds, at least 1, for instance 300");
        }
        if (noPolicies && packConfig != null) {
            throw new ParameterException(spec.commandLine(), "--no-policies and --policy-pack-config exclude each other");
        }
        return new PreviewOptions(root(), stacks, noPolicies ? Optional.empty() : Optional.of(pack),
                Optional.ofNullable(packConfig).map(Path::toAbsolutePath), allowIncomplete,
                choice("--undecided", undecided, UndecidedIs.class) == UndecidedIs.REFUSE, Duration.ofSeconds(timeout));
    }

    /** The launcher says where the clone is; without it, it is the current folder. */
    private static Path root() {
        return Path.of(System.getProperty("tandem.root", "."));
    }

    private void write(String text) {
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(out, text);
        } catch (IOException e) {
            throw wrong("--out", out.toString(), "a file that can be written, in a folder that exists");
        }
    }

    private <E extends Enum<E>> E choice(String option, String found, Class<E> choices) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(found)) {
                return choice;
            }
        }
        StringBuilder expected = new StringBuilder();
        for (E choice : choices.getEnumConstants()) {
            expected.append(expected.isEmpty() ? "" : " or ").append(choice.name().toLowerCase(Locale.ROOT));
        }
        throw wrong(option, found, expected.toString());
    }

    private ParameterException wrong(String option, String found, String expected) {
        return new ParameterException(
                spec.commandLine(), option + ": found '" + found + "', expected " + expected);
    }
}
