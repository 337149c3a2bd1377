package dev.tandem.cli;

import dev.tandem.policies.network.Reach;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.preview.project.Closest;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.run.PreviewOptions;
import dev.tandem.preview.run.StackPlans;
import dev.tandem.preview.run.StackPlans.Planned;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tandem reach}: what can reach a service, database or endpoint, and through which rules of security groups. */
@Command(
        name = "reach",
        customSynopsis = "tandem reach [-h] [--json] [-o=FILE] [--timeout=SECONDS] [STACK] [RESOURCE]%n",
        description = "Says what can open connections to each service, database, balancer and endpoint of a plan, hop by hop, and"
                + " through which rules of security groups; with no account and no network. Ports are those of each rule: a hop"
                + " may go on by another port. Only links that are certain count: groups of another stack are not followed.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the answer was printed", "2:wrong usage or configuration, or no such resource", "3:the program failed"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem reach                            everything, in every stack",
            "  ./tandem reach eu-central-1               everything, in one",
            "  ./tandem reach eu-central-1 auth-stable   what can reach one service",
            "  ./tandem reach auth                       the same by its component, in every stack",
            "  ./tandem reach --json --out reach.json    for a machine"
        })
final class ReachCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Parameters(arity = "0..2", paramLabel = "STACK RESOURCE",
            description = "A stack, by default all; and a resource: its name, its component's name or its URN, by default all.")
    private List<String> of = List.of();

    @Option(names = "--json", description = "Answers in JSON.")
    private boolean json;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Writes the answer there, not to the terminal.")
    private Path out;

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "Gives up when the program is not heard of for so long. Default: ${DEFAULT-VALUE}.",
            defaultValue = "300")
    private long timeout;

    @Override
    public Integer call() {
        Duration patience = Choices.timeout(spec, timeout);
        try {
            List<String> known = Project.load(PreviewCommand.root()).stacks();
            boolean stack = of.size() == 2 || of.size() == 1 && known.contains(of.get(0));
            Optional<String> wanted = of.isEmpty() || of.size() == 1 && stack ? Optional.empty() : Optional.of(of.get(of.size() - 1));
            PreviewOptions options = new PreviewOptions(PreviewCommand.root(), stack ? of.subList(0, 1) : List.of(), Optional.empty(),
                    Optional.empty(), true, false, patience);
            List<Planned> plans;
            try (Progress progress = Progress.start(spec.commandLine().getErr())) {
                plans = StackPlans.run(options);
            }
            return answer(plans, wanted, known);
        } catch (InvalidProjectException e) {
            spec.commandLine().getErr().println("tandem: " + e.getMessage());
            return Main.USAGE;
        }
    }

    private int answer(List<Planned> plans, Optional<String> wanted, List<String> stacks) {
        List<ReachReport.Target> targets = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        int code = 0;
        for (Planned plan : plans) {
            StackReport report = plan.report();
            report.problems().forEach(p -> spec.commandLine().getErr().println("tandem: " + report.stack() + ": " + p));
            code = Math.max(code, report.exitCode().number());
            Reach reach = new Reach(ResourceGraph.of(plan.resources(), AwsTypes::canonical));
            for (Resource r : reach.targets()) {
                names.add(r.name());
                ReachReport.component(r).ifPresent(names::add);
                if (wanted.isEmpty() || ReachReport.isCalled(r, wanted.get())) {
                    targets.add(new ReachReport.Target(report.stack(), r, reach.ways(r)));
                }
            }
        }
        if (code == 0 && targets.isEmpty() && wanted.isPresent()) {
            names.addAll(of.size() == 1 ? stacks : List.of());
            throw new ParameterException(spec.commandLine(), "resource '" + wanted.get() + "': found nothing of that name that answers"
                    + " connections and carries a security group of the stack, expected one of " + names
                    + Closest.to(wanted.get(), names).map(n -> ". Did you mean '" + n + "'?").orElse(""));
        }
        Output.write(spec, out, json ? ReachReport.json(targets) : ReachReport.text(targets));
        return code;
    }
}
