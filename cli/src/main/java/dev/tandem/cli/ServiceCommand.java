package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.routes.RoutePlan;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command that changes one service's routes. */
@Command(exitCodeList = {
    "0:done, shown, or nothing to do",
    "1:refused: the change, a version without tasks, or someone else is changing the service",
    "2:wrong usage",
    "3:AWS can't be reached, or denies access (says which action)"
})
abstract class ServiceCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Name of the service, such as auth.")
    private String service;

    final String service() {
        return service;
    }

    /** What each JSON answer on one service begins with. */
    final ObjectNode head(String command, String outcome) {
        return head(command, "service", service, outcome);
    }

    /** Plans, shows, and with {@code --yes} does a change that needs no count of tasks. */
    final int change(Function<MeshSession, RoutePlan> planner) {
        return change(false, false, planner);
    }

    /** @param countRequired whether a change without counted tasks is refused */
    final int change(boolean force, boolean countRequired, Function<MeshSession, RoutePlan> planner) {
        return onMesh(session -> new RouteChanger(this, force, countRequired).change(session, planner.apply(session)));
    }
}
