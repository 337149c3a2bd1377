package dev.tandem.cli;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.migrate.Compared;
import dev.tandem.ops.migrate.Migration;
import dev.tandem.ops.migrate.Migrations;
import dev.tandem.ops.migrate.Samples;
import dev.tandem.ops.smoke.Smoke;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem migrate compare}: do function and service answer alike? */
@Command(
        name = "compare",
        description = "Sends the same GET requests to the Lambda function and to the service, through the load balancer, and compares"
                + " status and body (JSON by meaning). For that time the listener has three more rules, which only these requests"
                + " meet. Nobody's share changes. A step needs a comparison of the last 24 hours in which all was alike.",
        exitCodeList = {
            "0:all answered alike, or shown", "1:refused, or something was answered otherwise", "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)"
        },
        footer = {
            "  ./tandem migrate compare auth --base https://api.example.com --path /api/auth/keys --from prod-auth-lambda --yes",
            "  ./tandem migrate compare auth --base https://api.example.com --path /api/auth/me --header authorization=TOKEN --ignore /now --yes"
        })
final class MigrateCompareCommand extends ServiceCommand {

    private static final int MOST = 500;

    @Option(names = "--base", paramLabel = "URL", required = true, description = "Address of the load balancer, such as https://api.example.com.")
    private String base;

    @Option(names = "--path", paramLabel = "PATH", required = true,
            description = "What is asked, below the service's path; may be repeated. GET, so it must change nothing.")
    private List<String> paths;

    @Option(names = "--times", paramLabel = "N", defaultValue = "3", description = "How often each path is asked. Default: ${DEFAULT-VALUE}.")
    private int times;

    @Option(names = "--header", paramLabel = "NAME=VALUE", description = "Sent with each request.")
    private List<String> headers = List.of();

    @Option(names = "--ignore", paramLabel = "POINTER", description = "Field of JSON answers that may differ, such as /requestId.")
    private List<String> ignored = List.of();

    @Option(names = "--from", paramLabel = "TARGET-GROUP", description = "Name of the function's target group, needed while no migration is under way; else the"
            + " one that it moves from.")
    private String from;

    @Override
    public Integer call() {
        if (times < 1 || times * paths.size() > MOST) {
            throw Choices.wrong(spec(), "--times", String.valueOf(times), "1 or more, and no more than " + MOST + " requests in all");
        }
        return onMesh(session -> {
            String path = MigrateChange.path(session, service());
            Migrations migrations = MigrateChange.migrations(this, session);
            Migration migration = migrations.toCompare(service(), path, Optional.ofNullable(from), where().stable(service()));
            Samples samples = samples(path);
            if (!how().yes()) {
                print("would ask both sides, " + times + " times each: " + paths + "\n" + DRY_RUN, json("dry-run", Optional.empty()));
                return 0;
            }
            String who = who();
            Compared compared = migrations.compare(migration, samples, who);
            audit(AuditLine.ofText(Instant.now(), who, "migrate compare", service(), "", compared.text(), how().note()));
            StringBuilder text = new StringBuilder(compared.text()).append('\n');
            compared.differences().forEach(line -> text.append("  ").append(line).append('\n'));
            print(text.toString(), json(compared.alike() ? "alike" : "different", Optional.of(compared)));
            return compared.alike() ? 0 : REFUSED;
        });
    }

    private Samples samples(String under) {
        paths.stream().filter(path -> !path.equals(under) && !path.startsWith(under + "/") && !path.startsWith(under + "?")).findFirst()
                .ifPresent(other -> {
                    throw new OperationRefusedException("--path: found '" + other + "', expected a path below " + under
                            + ": no other is moved");
                });
        return new Samples(base, paths, Smoke.headers(headers), times, ignored.stream().map(this::pointer).toList());
    }

    private JsonPointer pointer(String text) {
        if (!text.matches("(/[^/]+)+")) {
            throw new OperationRefusedException("--ignore: found '" + text + "', expected a JSON pointer such as /requestId");
        }
        return JsonPointer.valueOf(text);
    }

    private String json(String outcome, Optional<Compared> compared) {
        ObjectNode json = head("migrate compare", outcome);
        compared.ifPresent(done -> {
            json.put("at", done.at().toString()).put("asked", done.asked()).put("different", done.different());
            var lines = json.putArray("differences");
            done.differences().forEach(lines::add);
        });
        return json.toPrettyString() + "\n";
    }
}
