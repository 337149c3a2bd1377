package dev.tandem.cli;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.routes.MeshOnly;
import dev.tandem.ops.routes.RouteEdits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem blue-green switch}: the version that has nothing gets everything. */
@Command(
        name = "switch",
        description = "The version that has nothing gets everything, in one write; no canary, no steps. Refused unless its tasks run."
                + " Every Envoy follows within 6 s; rollback is the same write backwards.",
        footer = {
            "  ./tandem blue-green switch auth                  shows which way",
            "  ./tandem blue-green switch auth --yes",
            "  ./tandem blue-green switch auth --to stable --yes"
        })
final class BlueGreenSwitchCommand extends ServiceCommand {

    @Option(names = "--to", paramLabel = "VERSION", description = "Who gets everything. Default: the only one that has nothing.")
    private String to;

    @Override
    public Integer call() {
        return change(true, true, session -> session.operations().plan(service(), this::edit, true));
    }

    private RouteDocument edit(RouteDocument document) {
        MeshOnly.SHARES.refuse(document, "blue-green");
        String target = to == null ? other(document) : to;
        Map<String, Integer> weights = new LinkedHashMap<>();
        document.versions().forEach(version -> weights.put(version.name(), 0));
        weights.put(target, 100);
        return RouteEdits.weights(document, weights);
    }

    private static String other(RouteDocument document) {
        List<String> idle = document.versions().stream().filter(version -> version.weight() == 0).map(ServiceVersion::name).toList();
        if (idle.size() != 1) {
            throw new OperationRefusedException(document.service() + ": " + (idle.isEmpty() ? "every version has a share" : idle
                    + " have none") + ", expected exactly one version without: name the one that gets everything with --to");
        }
        return idle.get(0);
    }
}
