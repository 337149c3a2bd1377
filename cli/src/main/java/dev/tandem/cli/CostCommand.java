package dev.tandem.cli;

import dev.tandem.cost.compare.ChangeJson;
import dev.tandem.cost.compare.ChangeText;
import dev.tandem.cost.compare.ReportException;
import dev.tandem.cost.compare.Reported;
import dev.tandem.cost.compare.StackChange;
import dev.tandem.cost.whatif.WhatIf;
import dev.tandem.cost.whatif.WhatIfException;
import dev.tandem.preview.cost.ProjectCost;
import dev.tandem.preview.cost.ProjectCostJson;
import dev.tandem.preview.cost.ProjectCostText;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.run.CostPreview;
import dev.tandem.preview.run.PreviewOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tandem cost}: the month's bill of a plan, with changes, and what two bills differ in. */
@Command(
        name = "cost",
        description = "Says what a plan costs a month in euros, line by line, with no account and no network: quantity times"
                + " unit price, by component and by region, what has no price, and which prices are old or unverified."
                + " Quantities that a plan cannot say come from usage/<stack>.yaml (docs/cost.md).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:under the ceiling",
            "1:over the ceiling, also by a what-if; or the plan is incomplete",
            "2:wrong usage, configuration, usage file or report",
            "3:the program failed"
        },
        footerHeading = "%nWhat-if keys:%n",
        footer = {
            "  desiredCount=4        tasks of every service at rest; auth.desiredCount=4 of one",
            "  maxCapacity=8         tasks at the maximum of autoscaling",
            "  spotPercent=0         share of the tasks on Spot; auth.spotPercent=0 of one service",
            "  logs.standardGb=10    any key of the usage file, also auth.edge.requests=2000000",
            "  usdPerEur=1.05        the euro rate",
            "%nExamples:",
            "  ./tandem cost --stack eu-west-1",
            "  ./tandem cost --what-if auth.desiredCount=4 --what-if edge.requests=2000000",
            "  ./tandem cost --format json --out before.json",
            "  ./tandem cost --diff before.json after.json"
        })
final class CostCommand implements Callable<Integer> {

    /** The forms of a bill. */
    enum Form {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Option(names = {"-s", "--stack"}, paramLabel = "STACK", description = "A stack; may be repeated. Default: all.")
    private List<String> stacks = List.of();

    @Option(names = "--what-if", paramLabel = "KEY=VALUE",
            description = "Prices the plan again with this changed, and says whether the ceiling is passed; may be repeated.")
    private List<String> whatIf = List.of();

    @Option(names = "--diff", arity = "2", paramLabel = "FILE",
            description = "Two JSON reports of this command or of preview: says what they differ in, and runs nothing.")
    private List<Path> diff = List.of();

    @Option(names = "--format", paramLabel = "text|json", description = "Form of the bill. Default: text.")
    private String format = "text";

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes the bill there, not to the terminal.")
    private Path out;

    @Option(names = "--allow-incomplete",
            description = "Accepts a plan with remote components, whose insides are not priced.")
    private boolean allowIncomplete;

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "Gives up when the program is not heard of for so long. Default: ${DEFAULT-VALUE}.",
            defaultValue = "300")
    private long timeout;

    @Override
    public Integer call() {
        boolean json = Choices.of(spec, "--format", format, Form.class) == Form.JSON;
        Duration patience = Choices.timeout(spec, timeout);
        if (!diff.isEmpty() && !(stacks.isEmpty() && whatIf.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--diff compares two reports and excludes --stack and --what-if");
        }
        try {
            return diff.isEmpty() ? bill(json, patience) : difference(json);
        } catch (InvalidProjectException | WhatIfException | ReportException e) {
            spec.commandLine().getErr().println("tandem: " + e.getMessage());
            return Main.USAGE;
        }
    }

    private int bill(boolean json, Duration patience) {
        WhatIf changes = WhatIf.of(whatIf);
        PreviewOptions options = new PreviewOptions(PreviewCommand.root(), stacks,
                Optional.empty(), Optional.empty(), allowIncomplete, false, patience);
        ProjectCost cost;
        try (Progress progress = Progress.start(spec.commandLine().getErr())) {
            cost = CostPreview.run(options, changes, Clock.systemUTC());
        }
        write(json ? ProjectCostJson.write(cost) : ProjectCostText.write(cost), json);
        return cost.exitCode().number();
    }

    private int difference(boolean json) {
        List<StackChange> changes = StackChange.between(
                Reported.read(text(diff.get(0)), diff.get(0).toString()),
                Reported.read(text(diff.get(1)), diff.get(1).toString()));
        write(json ? ProjectCostJson.write(ChangeJson.write(changes)) : ChangeText.write(changes), json);
        return changes.stream().anyMatch(c -> c.over().isPresent()) ? 1 : 0;
    }

    private void write(String bill, boolean json) {
        if (json) {
            Output.write(spec, out, bill);
        } else {
            Output.writeText(spec, out, bill);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidProjectException("--diff: cannot read '" + file
                    + "', expected a report that ./tandem cost --format json --out FILE wrote");
        }
    }
}
