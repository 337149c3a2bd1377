package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.quota.Quota;
import dev.tandem.ops.quota.Quotas;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code tandem quotas}: what the account may have, and how much of it is used. */
@Command(
        name = "quotas",
        description = "Shows limits of the account in a region that Tandem can run into (Fargate, ECS, ECR, Cloud Map, App Mesh, network"
                + " interfaces, addresses of the tasks' subnets, Lambda, Parameter Store, records of Route 53): used now, used with every service at its maximum, limit. Marks with ! what is 80 %% full or"
                + " would be: an increase takes AWS hours to days.",
        exitCodeList = {
            "0:all below 80 %%", "1:something is, or would be, 80 %% full", "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)"
        },
        footer = {"  ./tandem quotas", "  ./tandem quotas --region eu-west-1 --json      a takeover needs room there"})
final class QuotasCommand extends AwsCommand {

    @Override
    public Integer call() {
        return guarded(() -> {
            Quotas.Answer answer = Quotas.of(where().access(), where().prefix());
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "  %-44s %10s %10s %10s%n", "quotas of " + where().region(),
                    "used", "at most", "limit"));
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("environment", where().environment()).put("region", where().region());
            var list = json.putArray("quotas");
            for (Quota quota : answer.quotas()) {
                text.append(quota.text()).append('\n');
                list.addObject().put("name", quota.name()).put("used", quota.used()).put("projected", quota.projected())
                        .put("limit", quota.limit()).put("unit", quota.unit()).put("source", quota.source()).put("near", quota.near());
            }
            boolean near = answer.quotas().stream().anyMatch(Quota::near);
            if (near) {
                text.append("! is 80 % full or would be: docs/runbooks/quota-near.md\n");
            }
            var unknown = json.putArray("unknown");
            answer.unknown().forEach(line -> {
                unknown.add(line);
                err().println("warning: " + line);
            });
            print(text.toString(), json.toPrettyString() + "\n");
            return near ? REFUSED : 0;
        });
    }
}
