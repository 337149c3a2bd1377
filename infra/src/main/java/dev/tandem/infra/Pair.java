package dev.tandem.infra;

import com.pulumi.Context;
import dev.tandem.components.failover.EdgeCheck;
import dev.tandem.components.failover.FailoverArgs;
import dev.tandem.components.failover.PeerOutputs;
import dev.tandem.components.failover.PeerStack;
import dev.tandem.components.failover.machine.PairedService;
import dev.tandem.components.service.DaytimeFloor;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.infra.config.StackConfig;
import dev.tandem.infra.config.StackConfig.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From a stack's configuration to the pair's arguments. */
final class Pair {

    private Pair() {}

    static FailoverArgs of(StackConfig config, Map<String, String> tags) {
        boolean primary = config.role() == Role.PRIMARY;
        return new FailoverArgs(
                primary ? config.region() : config.peer().region(),
                primary ? config.peer().region() : config.region(),
                config.domain(),
                config.failover().host(),
                config.failover().primaryWeight(),
                config.failover().secondaryWeight(),
                EdgeCheck.every30Seconds(config.failover().checkPath()),
                config.services().stream().map(service -> paired(config, service)).toList(),
                config.failover().automatic(),
                config.deletionProtection(),
                tags,
                config.existing().hostedZoneId());
    }

    /** Alone, a region runs as many tasks as by day, at any hour. */
    private static PairedService paired(StackConfig config, MeshServiceArgs service) {
        int takeover = service.daytimeFloor().map(DaytimeFloor::tasks).orElse(service.minTasks());
        return new PairedService(service.name(), service.name() + "-stable",
                service.table()
                        ? Optional.of(StackConfig.PROJECT + "-" + config.environment() + "-" + service.name())
                        : Optional.empty(),
                service.minTasks(), takeover, service.maxTasks());
    }

    /** Tables of the secondary have a replica in the primary as soon as that one is deployed; those of trials have none. */
    static List<MeshServiceArgs> replicated(
            List<MeshServiceArgs> services, List<MeshServiceArgs> trials, Optional<PeerOutputs> primary) {
        return Stream.concat(
                services.stream().map(service -> primary
                        .map(peer -> service.withTableReplica(peer.region(), peer.kmsKeyArn())).orElse(service)),
                trials.stream()).toList();
    }

    /** What the secondary reads of the primary; the primary needs nothing of the secondary, so that it can live alone. */
    static Optional<PeerOutputs> primaryOutputs(Context ctx, StackConfig config) {
        if (config.role() == Role.PRIMARY) {
            return Optional.empty();
        }
        String stack = ctx.organizationName() + "/" + ctx.projectName() + "/" + config.peer().stack();
        return PeerStack.read(stack, config.peer().required(), ctx.log());
    }
}
