package dev.tandem.cli;

import dev.tandem.ops.capacity.Capacity;
import dev.tandem.ops.capacity.Capacity.Change;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code tandem scale-restore}: what scale-down kept comes back. */
@Command(
        name = "scale-restore",
        description = "Gives services the scalable targets and schedules back that they had before scale-down.",
        footer = {"  ./tandem scale-restore", "  ./tandem scale-restore persona-stable --yes"})
final class ScaleRestoreCommand extends ScaleCommand {

    @Override
    List<Change> plan(Capacity capacity, List<String> chosen) {
        return capacity.planUp(chosen);
    }

    /** What was kept is forgotten even where it is back already: else the next scale-down would keep it in place of what is then. */
    @Override
    boolean idle(List<Change> changes) {
        return changes.isEmpty();
    }

    @Override
    void apply(Capacity capacity, List<Change> changes, String who) {
        capacity.up(changes, who);
    }

    @Override
    String after() {
        return "autoscaling works as before.";
    }
}
