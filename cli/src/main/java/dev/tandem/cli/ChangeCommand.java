package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.ops.audit.AuditLine;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that changes something: shown first, done with {@code --yes}. */
@Command(exitCodeList = {
    "0:done, shown, or nothing to do",
    "1:refused: the change itself, or someone else is at it",
    "2:wrong usage",
    "3:AWS can't be reached, or denies access (says which action)"
})
abstract class ChangeCommand extends AwsCommand {

    static final String DRY_RUN = "Dry run, nothing was changed. Add --yes to do it.\n";

    @Mixin
    private ChangeOptions how;

    final ChangeOptions how() {
        return how;
    }

    /**
     * Does a change that takes several calls, and records it. When AWS fails one of them, what was done before it stays done, and
     * that is recorded.
     *
     * @param line  what is recorded, with this text for what holds afterwards
     * @param after what holds afterwards when all is done
     */
    final void recorded(Runnable change, Function<String, AuditLine> line, String after) {
        try {
            change.run();
        } catch (RouteSourceException failed) {
            AuditLine brokenOff = line.apply("broken off: " + failed.getMessage());
            AuditTrail.write(where(), brokenOff).ifPresent(why -> err().println(
                    "warning: the change was broken off, its audit line could not be written: " + why + "\n" + brokenOff.json()));
            throw failed;
        }
        audit(line.apply(after));
    }

    /**
     * What a JSON answer begins with.
     *
     * @param kind of what it is about, such as {@code service}
     * @param name of that
     */
    final ObjectNode head(String command, String kind, String name, String outcome) {
        return JsonNodeFactory.instance.objectNode()
                .put("command", command)
                .put(kind, name)
                .put("environment", where().environment())
                .put("region", where().region())
                .put("outcome", outcome)
                .put("dryRun", !how.yes());
    }
}
