package dev.tandem.components.failover.machine;

import static dev.tandem.components.workflow.Calls.pairs;

import java.util.List;
import java.util.Map;

/** The tables and services that a machine goes through, as a value inside its definition. */
final class PairPlan {

    private PairPlan() {}

    static Map<String, Object> json(PairNames names, List<PairedService> services) {
        return pairs(
                "tables", services.stream()
                        .flatMap(service -> service.table().stream())
                        .map(table -> pairs("table", table))
                        .toList(),
                "services", services.stream()
                        .map(service -> pairs(
                                "resourceId", "service/" + names.prefix() + "/" + service.ecsService(),
                                "normalTasks", service.normalTasks(),
                                "takeoverTasks", service.takeoverTasks(),
                                "mostTasks", service.mostTasks()))
                        .toList());
    }
}
