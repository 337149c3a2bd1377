package dev.tandem.components.service;

import dev.tandem.mesh.route.ServiceVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A second version beside the stable one, for the hours of a release: the same task, rights and group with another image. It has
 * no target group: requests from the edge come through the stable version's proxies, by the shares that operators set.
 *
 * @param name       ECS service and name in {@code svc.local}
 * @param containers its containers, in starting order
 * @param scaling    as many tasks as the stable version has by day, so that it can take everything at once
 * @param tags       the service's tags and {@code Version}, by which the estimator counts it for the hours of releases
 */
public record CanaryPlan(String name, List<ContainerPlan> containers, ScalingPlan scaling, Map<String, String> tags) {

    /** Copies. */
    public CanaryPlan {
        containers = List.copyOf(containers);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** The plan of a service's second version; empty when it has none. Pure. */
    static Optional<CanaryPlan> of(
            ServiceNames names, MeshServiceArgs args, MeshMembership mesh, Surroundings around, Map<String, String> tags) {
        return args.canaryImage().map(image -> {
            Map<String, String> own = new TreeMap<>(tags);
            own.put("Version", ServiceVersion.CANARY);
            return new CanaryPlan(names.canary(), TaskContainers.of(names, args, mesh, around, ServiceVersion.CANARY, image),
                    scaling(args), own);
        });
    }

    /** What is measured at the load balancer says nothing of one version: such aims are left out. */
    private static ScalingPlan scaling(MeshServiceArgs args) {
        ScalingPlan stable = ScalingPlan.of(args);
        List<ScalingTarget> aims = stable.targets().stream().filter(aim -> !aim.metric().needsPath()).toList();
        int fewest = args.daytimeFloor().map(DaytimeFloor::tasks).filter(tasks -> tasks > args.minTasks()).orElse(args.minTasks());
        return new ScalingPlan(fewest, args.maxTasks(), aims.isEmpty() ? List.of(ScalingTarget.DEFAULT) : aims, Optional.empty(),
                stable.scaleOutCooldownSeconds(), stable.scaleInCooldownSeconds(), List.of());
    }
}
