package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.issue.IssueReport;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.identity.IdentityOperations;
import dev.tandem.ops.identity.IssuePlan;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem mesh issue}: a new identity for a service, by hand. */
@Command(
        name = "issue",
        description = "Gives a service a new identity now: certificate and key, signed by the region's CA. The issuer does this by"
                + " itself at half of an identity's life; the one before stays valid until its end. Only the issuer's role may sign.",
        exitCodeList = {
            "0:shown, or issued", "1:refused: no service of the stack, or nothing could be issued", "2:wrong usage",
            "3:AWS can't be reached, or denies access"
        },
        footer = {
            "  ./tandem mesh issue auth                          shows what would be done",
            "  ./tandem mesh issue auth --yes -m \"key seen in a log\""
        })
final class MeshIssueCommand extends ServiceCommand {

    private static final Map<String, String> PEERS = Map.of("eu-central-1", "eu-west-1", "eu-west-1", "eu-central-1");
    private static final String DENIED = "access denied";

    @Option(names = "--peer-region", paramLabel = "REGION", description = "The other region, whose CAs are trusted too."
            + " Default: the other one of eu-central-1 and eu-west-1.")
    private String peerRegion;

    @Option(names = "--ca-key", paramLabel = "NAME", defaultValue = "a",
            description = "Key that a first CA gets, one of tandem:identity.caKeys. Default: ${DEFAULT-VALUE}.")
    private String caKey;

    @Override
    public Integer call() {
        return onMesh(session -> {
            try {
                return work(session);
            } catch (IdentityException failed) {
                spec().commandLine().getErr().println("tandem: " + failed.getMessage() + hint(failed.getMessage()));
                return failed.getMessage().startsWith(DENIED) ? UNREACHABLE : REFUSED;
            }
        });
    }

    private int work(MeshSession session) {
        AwsAccess access = where().access();
        String other = Optional.ofNullable(peerRegion).orElse(PEERS.getOrDefault(where().region(), where().region()));
        IdentityOperations operations = new IdentityOperations(OperatorOptions.PROJECT, where().environment(), access,
                where().access(other), caKey, session.store(), Clock.systemUTC());
        IssuePlan plan = operations.plan(service());
        if (!how().yes()) {
            show(plan, Optional.empty(), operations.auditGroup());
            return 0;
        }
        IssueReport report = operations.issue(plan, who(), how().note());
        report.notices().forEach(notice -> spec().commandLine().getErr().println("warning: " + notice));
        IssueReport.Outcome outcome = report.services().get(service());
        if (outcome.failed()) {
            throw new IdentityException(outcome.reason());
        }
        show(plan, Optional.of(report), operations.auditGroup());
        return 0;
    }

    private void show(IssuePlan plan, Optional<IssueReport> report, String auditGroup) {
        spec().commandLine().getOut().print(where().json() ? json(plan, report).toPrettyString() + "\n" : text(plan, report, auditGroup));
        spec().commandLine().getOut().flush();
    }

    private String text(IssuePlan plan, Optional<IssueReport> report, String auditGroup) {
        StringBuilder text = new StringBuilder(plan.service() + " in " + where().region() + " (" + where().environment() + ")\n");
        text.append("  identity   ").append(plan.spiffeId()).append('\n');
        text.append("  parameter  ").append(plan.parameter()).append(plan.writtenAt()
                .map(at -> ", written " + at).orElse(", not there yet")).append('\n');
        if (report.isEmpty()) {
            return text.append("  would      get a new one for 24 h; audit record in ").append(auditGroup)
                    .append("\nNothing was changed; --yes does it.\n").toString();
        }
        report.get().ca().forEach(line -> text.append("  CA         ").append(line).append('\n'));
        report.get().services().forEach((name, outcome) -> {
            if (outcome.issued()) {
                text.append("  issued     ").append(name).append(", valid until ").append(outcome.notAfter().orElseThrow())
                        .append(" (").append(outcome.reason()).append(")\n");
            }
        });
        return text.append("  audit      ").append(auditGroup).append("\nTasks take it within 10 minutes.\n").toString();
    }

    private ObjectNode json(IssuePlan plan, Optional<IssueReport> report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("service", plan.service()).put("region", where().region()).put("spiffeId", plan.spiffeId())
                .put("parameter", plan.parameter())
                .put("writtenAt", plan.writtenAt().map(Object::toString).orElse(null))
                .put("done", report.isPresent());
        report.ifPresent(done -> {
            ObjectNode issued = json.putObject("issued");
            done.services().forEach((name, outcome) -> {
                if (outcome.issued()) {
                    issued.put(name, outcome.notAfter().orElseThrow().toString());
                }
            });
        });
        return json;
    }

    private String hint(String message) {
        return message.startsWith(DENIED) ? ". Or let the issuer do it: aws lambda invoke --function-name " + where().prefix()
                + "-mesh-issuer --payload '{\"services\": [\"" + service() + "\"]}'"
                + " --cli-binary-format raw-in-base64-out --region " + where().region() + " out.json" : "";
    }
}
