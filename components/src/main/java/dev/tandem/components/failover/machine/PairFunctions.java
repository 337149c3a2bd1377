package dev.tandem.components.failover.machine;

import com.google.gson.Gson;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The functions behind the machines, and the probe; all run in the survivor. Pure. */
public final class PairFunctions {

    private static final Gson GSON = new Gson();
    private static final int SECONDS = 20;
    private static final int PROBE_SECONDS = 15;
    private static final int MIB = 128;

    private final PairNames names;
    private final List<PairedService> services;
    private final FunctionRoles roles;

    /** Functions of a pair; the roles belong to the survivor's region. */
    public PairFunctions(PairNames names, List<PairedService> services, FunctionRoles roles) {
        this.names = names;
        this.services = List.copyOf(services);
        this.roles = roles;
    }

    /** Asks the primary each minute from here, and writes the answer as a metric. */
    public FunctionPlan probe(String path) {
        return plan("probe", "Asks the primary's load balancer, as a user of the other region would", PROBE_SECONDS,
                List.of("probe", "edge"),
                Map.of("EDGE_NAME", names.record(), "EDGE_PATH", path, "ENVIRONMENT", names.environment()));
    }

    /**
     * Looks at one region: load balancer, services, alarms.
     *
     * @param otherAlarms alarms that say nothing of how the services are: what was decided, what they cost
     */
    public FunctionPlan observe(List<String> otherAlarms) {
        List<Statement> may = new ArrayList<>();
        for (String region : List.of(names.primary(), names.survivor())) {
            String where = region.equals(names.primary()) ? "Primary" : "Survivor";
            may.add(Statement.allow("SeeServicesOf" + where)
                    .actions("ecs:DescribeServices")
                    .resources(services.stream()
                            .map(service -> names.arn("ecs", region, "service/" + names.prefix() + "/" + service.ecsService()))
                            .toList())
                    .build());
            may.add(Statement.allow("SeeAlarmsOf" + where)
                    .actions("cloudwatch:DescribeAlarms")
                    .resources(names.arn("cloudwatch", region, "alarm:*"))
                    .build());
        }
        return plan("observe", "Looks whether a region serves: load balancer, services, alarms", SECONDS,
                List.of("observe", "edge"),
                new TreeMap<>(Map.of(
                        "CLUSTER", names.prefix(),
                        "SERVICES", GSON.toJson(services.stream().map(PairedService::ecsService).toList()),
                        "ALARM_PREFIX", names.prefix() + "-",
                        "OTHER_ALARMS", GSON.toJson(otherAlarms))),
                may.toArray(Statement[]::new));
    }

    /** Writes and reads the epoch items of the primary, and nothing else there. */
    public FunctionPlan fence() {
        List<String> tables = services.stream().flatMap(service -> service.table().stream()).toList();
        return plan("fence", "Moves or reads the epoch items in the other region, best effort", SECONDS, List.of("fence"),
                Map.of("OTHER_REGION", names.primary(), "TABLES", GSON.toJson(tables)),
                epochs(names, names.primary(), services, "dynamodb:GetItem", "dynamodb:UpdateItem").toArray(Statement[]::new));
    }

    /** Sets the weights of the public name. */
    public FunctionPlan weights() {
        return plan("weights", "Sets the weights of the public name; only a failback does", SECONDS, List.of("weights"),
                Map.of("PRIMARY", names.primary(), "SURVIVOR", names.survivor(), "RECORD", names.record()),
                // The zone's id is unknown in a plan; name, type and action are not, and say more.
                Statement.allow("SetWeights")
                        .actions("route53:ChangeResourceRecordSets")
                        .resources("arn:aws:route53:::hostedzone/*")
                        .when(
                                Condition.allStringsEqual("route53:ChangeResourceRecordSetsNormalizedRecordNames", names.record()),
                                Condition.allStringsEqual("route53:ChangeResourceRecordSetsRecordTypes", "A"),
                                Condition.allStringsEqual("route53:ChangeResourceRecordSetsActions", "UPSERT"))
                        .build());
    }

    /** The right to use the epoch items of all tables of a region; no statement where there are no tables. */
    static List<Statement> epochs(PairNames names, String region, List<PairedService> services, String... actions) {
        List<String> tables = services.stream()
                .flatMap(service -> service.table().stream())
                .map(table -> names.arn("dynamodb", region, "table/" + table))
                .toList();
        return tables.isEmpty()
                ? List.of()
                : List.of(Statement.allow("UseEpochItems")
                        .actions(actions)
                        .resources(tables)
                        .when(FunctionRoles.onlyItems(Epoch.KEY))
                        .build());
    }

    private FunctionPlan plan(String use, String description, int seconds, List<String> modules,
            Map<String, String> environment, Statement... may) {
        String function = names.function(use);
        RolePlan role = roles.of(function, description,
                ExchangePlan.deadLetters(names.project(), names.environment()), may);
        return new FunctionPlan(function, description, modules, environment, role, seconds, MIB);
    }
}
