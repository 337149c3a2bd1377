package dev.tandem.infra;

import dev.tandem.components.failover.FailoverPair;
import dev.tandem.components.service.MeshService;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.RegistryTiming;
import dev.tandem.components.service.RightSizing;
import dev.tandem.components.service.ServiceMesh;
import dev.tandem.infra.config.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** What a preview says of the plan besides its resources: promised times, and sizes that do not fit what was used. */
final class Advice {

    private Advice() {}

    static List<String> of(StackConfig config, ServiceMesh mesh, FailoverPair pair) {
        List<String> lines = new ArrayList<>();
        lines.add(pair.plan().budget().text());
        mesh.services().values().stream()
                .map(MeshService::plan)
                .map(plan -> plan.registry())
                .map(RegistryTiming::text)
                .distinct()
                .forEach(lines::add);
        for (MeshServiceArgs service : config.services()) {
            RightSizing.Observed used = config.observed().get(service.name());
            if (used != null) {
                RightSizing.advice(service.name(), service.size(), used).ifPresent(lines::add);
            }
        }
        return lines;
    }
}
