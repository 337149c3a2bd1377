package dev.tandem.cli;

import dev.tandem.cli.scaffold.NewService;
import dev.tandem.cli.scaffold.ScaffoldException;
import dev.tandem.cli.scaffold.ServicePlan;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tandem new service NAME}: a service of this clone, from the template. */
@Command(
        name = "service",
        description = {
            "Makes a service: a Maven module on the service kit, its OpenAPI document and the test that holds it to that, its container,"
                    + " and its entry in every stack's file. Comments and order of the files stay as they are.",
            "The service starts with a table, tokens verified, idempotent writes, logs, traces, metrics and health; it runs on one Spot"
                    + " task. The stacks' cost ceilings are raised by what it costs at most, unless --keep-ceiling is given."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem new service orders --path /api/orders --dry-run   what would be written",
            "  ./tandem new service orders --path /api/orders --team commerce",
            "Then:",
            "  ./tandem test --module service-orders                      compiles it, holds it to its contract",
            "  ./tandem preview                                           its resources, findings and price"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:made, or there already as the template makes it", "2:the name or the path is taken or malformed, or wrong usage"})
final class NewServiceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Parameters(index = "0", paramLabel = "NAME",
            description = "Name of the service, 2 to 16 lower-case letters, digits and dashes.")
    private String name;

    @Option(names = "--path", required = true, paramLabel = "PATH", description = "Path of the load balancer, such as /api/orders.")
    private String path;

    @Option(names = "--team", paramLabel = "TEAM", description = "Owning team, a tag. Default: the service's name.")
    private String team;

    @Option(names = "--keep-ceiling", description = "Leaves tandem:costCeilingEur as it is; a preview may then refuse the stack.")
    private boolean keepCeiling;

    @Option(names = "--dry-run", description = "Says what would be written, and writes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            NewService service = new NewService(name, path, team == null ? name : team);
            ServicePlan plan = ServicePlan.of(PreviewCommand.root(), service, !keepCeiling);
            if (plan.changes().isEmpty()) {
                out.println("service " + name + " is there already, as the template makes it: nothing to do");
                return 0;
            }
            plan.changes().forEach(change -> out.println((dryRun ? "would " : "") + (change.created() ? "create " : "change ")
                    + change.file()));
            String raised = plan.changes().stream().filter(ServicePlan.Change::raises).map(ServicePlan.Change::file)
                    .collect(Collectors.joining(" and "));
            if (!raised.isEmpty()) {
                out.println((dryRun ? "would raise" : "raised") + " tandem:costCeilingEur by " + ServicePlan.MONTHLY_EUR
                        + " EUR a month in " + raised + ", about what the service costs at most; the preview has its price");
            }
            if (dryRun) {
                out.println("nothing was written (--dry-run)");
                return 0;
            }
            plan.write();
            out.println("Next: ./tandem test --module " + service.module() + ", then ./tandem preview; ./tandem dev runs it too");
            return 0;
        } catch (ScaffoldException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
    }
}
