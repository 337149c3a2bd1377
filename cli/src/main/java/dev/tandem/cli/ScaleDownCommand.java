package dev.tandem.cli;

import dev.tandem.ops.capacity.Capacity;
import dev.tandem.ops.capacity.Capacity.Change;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem scale-down}: the budget's action by hand. */
@Command(
        name = "scale-down",
        description = "Lets services run few tasks only, as the budget's action does: lowers their scalable targets and suspends their"
                + " schedules. What was is kept, and scale-restore brings it back. Repeating it keeps the first values.",
        footer = {
            "  ./tandem scale-down                          all services, to one task each",
            "  ./tandem scale-down persona-stable --yes -m \"budget at 100 %%\"",
            "  ./tandem scale-down persona-stable --to 0 --yes"
        })
final class ScaleDownCommand extends ScaleCommand {

    @Option(names = "--to", paramLabel = "N", defaultValue = "1", description = "Tasks that may run. Default: ${DEFAULT-VALUE}.")
    private int to;

    @Override
    List<Change> plan(Capacity capacity, List<String> chosen) {
        if (to < 0) {
            throw Choices.wrong(spec(), "--to", String.valueOf(to), "a number of tasks, 0 or more");
        }
        return capacity.planDown(chosen, to);
    }

    @Override
    void apply(Capacity capacity, List<Change> changes, String who) {
        capacity.down(changes, who);
    }

    @Override
    String after() {
        return "ECS follows within minutes. Undo: ./tandem scale-restore --yes";
    }
}
