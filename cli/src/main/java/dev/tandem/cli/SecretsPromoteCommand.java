package dev.tandem.cli;

import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.secrets.PairedSecret;
import dev.tandem.ops.secrets.PairedSecrets;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem secrets promote}: a replica becomes a secret of its own. */
@Command(
        name = "promote",
        description = "Makes the replica in --region a secret of its own, which takes new values: when its owner is lost for good. Cuts the"
                + " replication for good. Refused while the owner's region answers, be it that access is denied: gone is what gives no"
                + " answer at all, or HTTP 5xx.",
        footer = {
            "  ./tandem secrets promote tandem/prod/auth              what would be done",
            "  ./tandem secrets promote tandem/prod/auth --yes -m \"eu-west-1 is lost\""
        })
final class SecretsPromoteCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "SECRET", description = "Name of the secret, such as tandem/prod/auth.")
    private String name;

    @Option(names = "--force", description = "Although the owner's region answers; does not ask it.")
    private boolean force;

    @Override
    public Integer call() {
        return guarded(() -> {
            PairedSecrets secrets = SecretsCommand.of(where());
            PairedSecret before = secrets.one(name);
            if (!before.replica()) {
                print(before.text() + "\nNothing to do.\n", json("nothing-to-do", before));
                return 0;
            }
            if (!force) {
                secrets.refuseUnlessGone(before);
            }
            if (!how().yes()) {
                print("now   " + before.text() + "\nthen  " + name + ": owned by " + where().region() + ", no replica\n" + DRY_RUN,
                        json("dry-run", before));
                return 0;
            }
            String who = who();
            PairedSecret after = secrets.promote(before);
            audit(AuditLine.ofText(Instant.now(), who, "secrets promote", name, before.text(), after.text(), how().note()));
            print(after.text() + "\nDone. How it is undone: docs/runbooks/secret-replica-promotion.md\n", json("done", after));
            return 0;
        });
    }

    private String json(String outcome, PairedSecret secret) {
        return head("secrets promote", "secret", name, outcome).put("owner", secret.owner()).toPrettyString() + "\n";
    }
}
