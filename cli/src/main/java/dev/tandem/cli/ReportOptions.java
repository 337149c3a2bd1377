package dev.tandem.cli;

import dev.tandem.policy.report.TextStyle;
import dev.tandem.policy.waiver.Baseline;
import dev.tandem.preview.html.Paper;
import dev.tandem.preview.report.EarlierReport;
import dev.tandem.preview.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of every command that writes a report. */
final class ReportOptions {

    @Option(names = "--format", paramLabel = "text|json|sarif|junit|markdown|html|baseline",
            description = "Form of the report. Default: text.")
    private String format = "text";

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes the report there, not to the terminal.")
    private Path out;

    @Option(names = "--also", paramLabel = "FORMAT=FILE",
            description = "Writes the same report in one more form, to a file; may be repeated: --also sarif=policies.sarif.")
    private Map<String, Path> also = Map.of();

    @Option(names = "--unused-rules", description = "Lists the rules that no resource concerned.")
    private boolean unusedRules;

    /** To be asked before the work begins, so that a mistyped form costs nothing. */
    ReportFormat format(CommandSpec spec) {
        also.keySet().forEach(form -> Choices.of(spec, "--also", form, ReportFormat.class));
        return Choices.of(spec, "--format", format, ReportFormat.class);
    }

    /** Whether one of the forms asked for is this one. */
    boolean writes(CommandSpec spec, ReportFormat form) {
        return format(spec) == form
                || also.keySet().stream().anyMatch(f -> Choices.of(spec, "--also", f, ReportFormat.class) == form);
    }

    /** Files that are written. */
    Set<Path> files() {
        Set<Path> files = new HashSet<>(also.values());
        if (out != null) {
            files.add(out);
        }
        return files;
    }

    ReportFormat.View view(Optional<EarlierReport> earlier) {
        return new ReportFormat.View(
                out == null ? Terminal.style() : TextStyle.PLAIN, unusedRules, BuildVersion.read(), earlier,
                Optional.of(new Paper(PreviewCommand.root(), LocalDate.now(Clock.systemDefaultZone()))), baseline());
    }

    private static Optional<Baseline> baseline() {
        return Optional.of(PreviewCommand.root().resolve("baseline.txt")).filter(Files::exists).map(Baseline::read);
    }

    /** @param writer gives the report in a form */
    void write(CommandSpec spec, ReportFormat asked, Function<ReportFormat, String> writer) {
        also.forEach((form, file) -> Output.write(spec, "--also", file, writer.apply(Choices.of(spec, "--also", form, ReportFormat.class))));
        String report = writer.apply(asked);
        if (asked == ReportFormat.TEXT) {
            Output.writeText(spec, out, report);
        } else {
            Output.write(spec, out, report);
        }
    }
}
