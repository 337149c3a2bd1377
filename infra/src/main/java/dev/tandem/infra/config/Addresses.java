package dev.tandem.infra.config;

import dev.tandem.components.network.NetworkArgs;
import dev.tandem.components.network.NetworkPlan;
import dev.tandem.components.network.SubnetCapacity;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.infra.config.Section.Expected;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the services need of the network, before anything is declared. */
public final class Addresses {

    private Addresses() {}

    /** AWS services besides the usual that tasks call: without a route out each needs an endpoint. */
    public static Set<String> callers(List<MeshServiceArgs> services, Choices choices) {
        Set<String> callers = new TreeSet<>(choices.debug() ? Set.of("kms", "ssmmessages") : Set.of());
        for (MeshServiceArgs service : services) {
            if (service.queue()) {
                callers.add("sqs");
            }
            if (service.topic()) {
                callers.add("sns");
            }
            if (service.publishes()) {
                callers.add("events");
            }
        }
        return callers;
    }

    /** A canary may have as many tasks as the stable version beside it. */
    private static int mostTasks(MeshServiceArgs service) {
        return service.maxTasks() * (service.canaryImage().isPresent() ? 2 : 1);
    }

    /** Notes it when the private subnets do not hold all tasks once a zone is gone. */
    static void check(Section tandem, String region, String account, StackConfig.Network network, Existing existing,
            List<MeshServiceArgs> services, Choices choices) {
        try {
            NetworkPlan plan = NetworkPlan.of(new NetworkArgs(region, account, network.cidr(), network.zones(),
                    network.endpointZones(), network.egress(), callers(services, choices), network.dataSubnets(), existing.network()));
            SubnetCapacity.check(plan, services.stream().mapToInt(Addresses::mostTasks).sum());
        } catch (IllegalArgumentException small) {
            tandem.problem(existing.network().isPresent() ? "existing.network" : "network", small.getMessage(),
                    new Expected("an address for every task, twice, when a zone is gone", "{cidr: 10.20.0.0/16}"));
        }
    }
}
