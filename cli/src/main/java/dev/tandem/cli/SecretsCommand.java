package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.ops.secrets.PairedSecret;
import dev.tandem.ops.secrets.PairedSecrets;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code tandem secrets}: which region owns the secrets. */
@Command(
        name = "secrets",
        description = "Shows the environment's secrets as one region sees them: who owns each, and the state of its replicas. Values are"
                + " never read. eu-west-1 owns them, so a failover needs nothing here; promote is for the loss of eu-west-1.",
        footer = {"  ./tandem secrets", "  ./tandem secrets --region eu-west-1", "  ./tandem secrets promote tandem/prod/auth --yes"},
        subcommands = SecretsPromoteCommand.class)
final class SecretsCommand extends AwsCommand {

    static PairedSecrets of(OperatorOptions where) {
        return new PairedSecrets(where.region(), OperatorOptions.PROJECT + "/" + where.environment() + "/", where::access);
    }

    @Override
    public Integer call() {
        return guarded(() -> {
            List<PairedSecret> secrets = of(where()).all();
            StringBuilder text = new StringBuilder();
            var json = JsonNodeFactory.instance.objectNode();
            json.put("environment", where().environment()).put("region", where().region());
            var list = json.putArray("secrets");
            for (PairedSecret secret : secrets) {
                text.append(secret.text()).append('\n');
                var node = list.addObject().put("name", secret.name()).put("owner", secret.owner()).put("replica", secret.replica());
                secret.replicas().forEach(node.putObject("replicas")::put);
            }
            print(secrets.isEmpty() ? "no secret of " + where().environment() + " in " + where().region() + "\n" : text.toString(),
                    json.toPrettyString() + "\n");
            return 0;
        });
    }
}
