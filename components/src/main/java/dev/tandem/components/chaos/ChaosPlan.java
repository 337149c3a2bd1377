package dev.tandem.components.chaos;

import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.logs.VendedLogs;
import dev.tandem.components.service.AlarmPlan;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.ServiceNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Experiments of a region, as plain data.
 *
 * @param name         name of role and log group
 * @param boundaryName name of the policy that bounds the role: it may do no more, whatever is attached to it
 * @param rights       that policy, and what the role may do
 * @param role         role of the experiments
 * @param logs         what they did
 * @param latency      automations by which requests wait; empty where no service has route documents to do it by
 * @param experiments  the templates
 */
public record ChaosPlan(String name, String boundaryName, PolicyDocument rights, RolePlan role, VendedLogs logs,
        Optional<LatencyPlan> latency, List<ExperimentPlan> experiments) {

    /** Copies the list. */
    public ChaosPlan {
        experiments = List.copyOf(experiments);
    }

    /**
     * Plans them. Pure.
     *
     * @param names    of the region's functions, with the boundary that they have
     * @param zones    availability zones that the region's subnets are in
     * @param services the region's services
     * @throws IllegalArgumentException when the arguments name a service that is none of them, or none has a path: nothing would
     *                                  tell what users feel
     */
    public static ChaosPlan of(FunctionRoles names, int zones, Collection<MeshServiceArgs> services, ChaosArgs args) {
        String region = names.region();
        String accountId = names.accountId();
        String prefix = names.project() + "-" + names.environment();
        String name = prefix + "-chaos";
        List<MeshServiceArgs> watched = watched(services, args);
        List<ExperimentPlan> experiments = new ArrayList<>();
        List<String> felt = new ArrayList<>();
        watched.forEach(service -> {
            ServiceNames own = new ServiceNames(service.name(), names.project(), names.environment(), region, accountId);
            experiments.add(new ExperimentPlan("task-stop-" + service.name(), "One task of " + service.name() + " is stopped",
                    "aws:ecs:stop-task", Map.of(), Optional.of(new ExperimentPlan.OneTask(own.stable())),
                    alarms(service, own, AlarmPlan::gatesDeployments)));
            felt.addAll(alarms(service, own, alarm -> alarm.source() == AlarmPlan.Source.ERROR_RATE));
        });
        if (felt.isEmpty()) {
            throw new IllegalArgumentException("experiments watch " + args.services() + ", and none of them has a path: expected at"
                    + " least one, whose error rate tells what users feel");
        }
        String duration = "PT" + args.minutes() + "M";
        IntStream.range(0, zones).forEach(zone -> experiments.add(new ExperimentPlan("zone-loss-" + (zone + 1),
                "Nothing gets into or out of the subnets of availability zone " + (zone + 1) + " of " + zones,
                "aws:network:disrupt-connectivity", Map.of("duration", duration, "scope", "all"),
                Optional.of(new ExperimentPlan.Subnets(List.of(zone), true)), felt)));
        experiments.add(new ExperimentPlan("region-isolation", "No task of " + region + " reaches " + args.otherRegion(),
                "aws:network:route-table-disrupt-cross-region-connectivity",
                Map.of("duration", duration, "region", args.otherRegion()),
                Optional.of(new ExperimentPlan.Subnets(IntStream.range(0, zones).boxed().toList(), false)), felt));
        List<String> delayed = watched.stream().filter(service -> args.routes() && service.rollout().isEmpty())
                .map(MeshServiceArgs::name).toList();
        delayed.forEach(service -> experiments.add(LatencyPlan.experiment(names, service, args.minutes(), felt)));
        Optional<LatencyPlan> latency = delayed.isEmpty() ? Optional.empty()
                : Optional.of(LatencyPlan.of(names, delayed, args.minutes()));
        String boundary = name + "-boundary-" + region;
        List<Statement> may = new ArrayList<>(ChaosRights.of(prefix, region, accountId));
        latency.ifPresent(plan -> may.addAll(LatencyPlan.toStart(names, plan)));
        PolicyDocument rights = PolicyDocument.identity(may.toArray(Statement[]::new));
        return new ChaosPlan(name, boundary, rights, role(name, region, accountId, boundary, rights),
                VendedLogs.of("fis", name, name, region, accountId), latency, experiments);
    }

    private static List<String> alarms(MeshServiceArgs service, ServiceNames names, Predicate<AlarmPlan> which) {
        return AlarmPlan.of(service).stream().filter(which)
                .map(alarm -> names.arn("cloudwatch", "alarm:" + alarm.name(names))).toList();
    }

    private static List<MeshServiceArgs> watched(Collection<MeshServiceArgs> services, ChaosArgs args) {
        List<String> known = services.stream().map(MeshServiceArgs::name).sorted().toList();
        args.services().stream().filter(service -> !known.contains(service)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("experiments watch \"" + unknown + "\": expected some of the region's services " + known);
        });
        return services.stream().filter(service -> args.services().contains(service.name()))
                .sorted(Comparator.comparing(MeshServiceArgs::name)).toList();
    }

    private static RolePlan role(String name, String region, String accountId, String boundary, PolicyDocument rights) {
        PolicyDocument trust = PolicyDocument.trustService(
                "fis.amazonaws.com", accountId, "arn:aws:fis:" + region + ":" + accountId + ":experiment/*");
        return new RolePlan(name + "-" + region, "Experiments of fault injection in " + region, trust, Map.of("inject", rights),
                "arn:aws:iam::" + accountId + ":policy/" + boundary, Map.of());
    }
}
