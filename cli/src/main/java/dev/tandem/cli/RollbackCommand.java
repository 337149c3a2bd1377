package dev.tandem.cli;

import dev.tandem.ops.routes.MeshOnly;
import dev.tandem.ops.routes.RoutePlan;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem rollback}: an earlier route document becomes live again, by one conditional write. */
@Command(
        name = "rollback",
        description = "Puts an earlier route document of a service live again: one conditional write of a pointer, no deployment."
                + " Every Envoy follows within 6 s. Without --to it is the document that was live before, and repeated nothing more;"
                + " refused for a service that ECS rolls out, since no document brings an image back.",
        footer = {
            "  ./tandem rollback auth                       shows what would change",
            "  ./tandem rollback auth --yes -m \"canary is slow\"",
            "  ./tandem rollback auth --to 7 --yes          ./tandem status auth lists the versions"
        })
final class RollbackCommand extends ServiceCommand {

    @Option(names = "--to", paramLabel = "N", description = "Number of the document; 0 is what the stack declares. Default: the one that was live before.")
    private Long to;

    @Override
    public Integer call() {
        return change(true, false, session -> {
            if (to == null) {
                MeshOnly.ROLLBACK.refuse(session.operations().live(service()).document(), "rollback");
                RoutePlan plan = session.operations().planRollback(service(), OptionalLong.empty());
                if (plan.idle()) {
                    err().println("note: " + service() + " is where a rollback leads already; another document is named with --to,"
                            + " ./tandem status " + service() + " lists them");
                }
                return plan;
            }
            return session.operations().planRollback(service(), OptionalLong.of(to));
        });
    }
}
