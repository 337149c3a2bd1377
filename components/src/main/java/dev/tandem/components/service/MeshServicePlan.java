package dev.tandem.components.service;

import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.mesh.ProxyRedirect;
import dev.tandem.mesh.route.ServiceVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything about a service that is decided before AWS is asked. Plain data: equal arguments give equal plans.
 *
 * @param names         physical names and ARNs
 * @param args          the arguments it was made from
 * @param shares        how the task's CPU and memory are shared
 * @param containers    the stable version's containers, in starting order
 * @param canary        a second version beside the stable one; empty for none
 * @param redirect      how connections are led to the proxy; empty when the application calls it
 * @param executionRole role that starts tasks
 * @param taskRole      role of the running containers
 * @param traffic       security group edges that concern no other service of the region
 * @param priority      listener rule's priority; empty without a path
 * @param dnsTtlSeconds lifetime of discovery answers, 5 to 10 s by requirement
 * @param registry      how long callers are told of an ill task
 * @param scaling       how the number of tasks changes
 * @param alarms        what is watched
 * @param tags          tags besides the provider's default ones
 */
public record MeshServicePlan(
        ServiceNames names,
        MeshServiceArgs args,
        TaskShares shares,
        List<ContainerPlan> containers,
        Optional<CanaryPlan> canary,
        Optional<ProxyRedirect> redirect,
        RolePlan executionRole,
        RolePlan taskRole,
        List<TrafficEdge> traffic,
        Optional<Integer> priority,
        int dnsTtlSeconds,
        RegistryTiming registry,
        ScalingPlan scaling,
        List<AlarmPlan> alarms,
        Map<String, String> tags) {

    /** Answers of service discovery live this long, seconds: the slower end of the required 5 to 10, for fewer queries. */
    public static final int DNS_TTL_SECONDS = 10;

    /**
     * Plans a service.
     *
     * @param names       its names in an environment and region
     * @param args        what the team said
     * @param routes      paths of the region's load balancer
     * @param boundaryArn permissions boundary of its roles
     * @throws IllegalArgumentException when its path is none of the routes
     */
    public static MeshServicePlan of(ServiceNames names, MeshServiceArgs args, EdgeRoutes routes, String boundaryArn) {
        return of(names, args, routes, boundaryArn, MeshMembership.alone(names), Surroundings.USUAL);
    }

    /**
     * Plans a service that calls others, in a region with the usual surroundings.
     *
     * @param names       its names in an environment and region
     * @param args        what the team said
     * @param routes      paths of the region's load balancer
     * @param boundaryArn permissions boundary of its roles
     * @param mesh        its place in the mesh
     * @throws IllegalArgumentException when its path is none of the routes
     */
    public static MeshServicePlan of(
            ServiceNames names, MeshServiceArgs args, EdgeRoutes routes, String boundaryArn, MeshMembership mesh) {
        return of(names, args, routes, boundaryArn, mesh, Surroundings.USUAL);
    }

    /**
     * Plans a service that calls others.
     *
     * @param names       its names in an environment and region
     * @param args        what the team said
     * @param routes      paths of the region's load balancer
     * @param boundaryArn permissions boundary of its roles
     * @param mesh        its place in the mesh
     * @param around      what it takes from its region
     * @throws IllegalArgumentException when its path is none of the routes, or mesh, region or account do not suit its rollout
     */
    public static MeshServicePlan of(
            ServiceNames names, MeshServiceArgs args, EdgeRoutes routes, String boundaryArn, MeshMembership mesh,
            Surroundings around) {
        MeshServiceChecks.rolloutIn(args, mesh.settings().backend());
        MeshServiceChecks.hooks(names, args.rollout());
        Map<String, String> tags = new TreeMap<>(Map.of("Service", args.name(), "Team", args.team()));
        return new MeshServicePlan(
                names,
                args,
                TaskShares.of(args.size()),
                TaskContainers.of(names, args, mesh, around, ServiceVersion.STABLE, args.image()),
                CanaryPlan.of(names, args, mesh, around, tags),
                mesh.settings().backend().redirect(args),
                ServiceRoles.execution(names, args, boundary(args, boundaryArn)),
                ServiceRoles.task(names, args, boundary(args, boundaryArn), mesh),
                SecurityGroupPlan.own(args, around.egress()),
                args.path().map(path -> routes.priority(args.staging().map(Staging::host).orElse(""), path)),
                DNS_TTL_SECONDS,
                RegistryTiming.of(DNS_TTL_SECONDS),
                ScalingPlan.of(args),
                AlarmPlan.of(args),
                Collections.unmodifiableMap(tags));
    }

    private static String boundary(MeshServiceArgs args, String usual) {
        return args.staging().map(Staging::boundaryArn).orElse(usual);
    }

    /** The task definition's containers as JSON. */
    public String containerDefinitions() {
        return ContainerDefinitions.json(names, containers);
    }
}
