package dev.tandem.components.guard;

import com.google.gson.Gson;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.ScalingRights;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.logs.VendedLogs;
import dev.tandem.components.workflow.StateMachine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is decided about a guard, as plain data.
 *
 * @param action    machine of the budget's action and what starts it
 * @param tasks     function that prices running tasks
 * @param usdAnHour alarm when running tasks cost more for three hours: a quarter above what rests on demand
 * @param chat      function that posts alarms to a chat
 */
public record GuardPlan(
        Optional<BudgetAction> action, Optional<FunctionPlan> tasks, BigDecimal usdAnHour, Optional<FunctionPlan> chat) {

    private static final int SECONDS = 15;
    private static final int MIB = 128;
    private static final BigDecimal MARGIN = new BigDecimal("1.25");

    /**
     * The budget's action.
     *
     * @param name    physical name of the machine
     * @param machine what it does
     * @param role    what it may do
     * @param logs    its logs
     * @param starter function that starts it
     */
    public record BudgetAction(String name, StateMachine machine, RolePlan role, VendedLogs logs, FunctionPlan starter) {}

    /**
     * Plans a guard. Pure.
     *
     * @throws IllegalArgumentException when running tasks are to be priced and a service has no price
     */
    public static GuardPlan of(FunctionRoles roles, String topicArn, GuardArgs args) {
        Parts parts = new Parts(roles, topicArn, args);
        BigDecimal resting = args.services().stream()
                .map(service -> service.usdAnHour().multiply(BigDecimal.valueOf(service.minTasks())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new GuardPlan(args.action().map(parts::action), args.taskCheck() ? Optional.of(parts.tasks()) : Optional.empty(),
                resting.multiply(MARGIN).setScale(3, RoundingMode.HALF_UP), args.chatWebhookSecretArn().map(parts::chat));
    }

    /** Name of the alarm on what running tasks cost; {@code prefix} is {@code PROJECT-ENVIRONMENT}. */
    public static String tasksAlarm(String prefix) {
        return prefix + "-tasks-cost";
    }

    private record Parts(FunctionRoles roles, String topicArn, GuardArgs args) {

        private String prefix() {
            return roles.project() + "-" + roles.environment();
        }

        private String arn(String service, String resource) {
            return "arn:aws:" + service + ":" + roles.region() + ":" + roles.accountId() + ":" + resource;
        }

        private FunctionPlan function(String use, String description, Map<String, String> variables, Statement... may) {
            String name = prefix() + "-guard-" + use;
            return new FunctionPlan(name, description, List.of(use), variables, roles.of(name, description,
                    ExchangePlan.deadLetters(roles.project(), roles.environment()), may), SECONDS, MIB);
        }

        BudgetAction action(GuardArgs.Action action) {
            String name = prefix() + "-budget";
            return new BudgetAction(name, CostMachine.of(prefix(), topicArn, args.services()), role(name),
                    VendedLogs.of("states", name, name, roles.region(), roles.accountId()),
                    function("budget", "Starts the cost action once the budget is spent", new TreeMap<>(Map.of(
                                    "ACTION", action.name().toLowerCase(Locale.ROOT), "BUDGET", args.budgetName(),
                                    "MACHINE", arn("states", "stateMachine:" + name))),
                            Statement.allow("StartCostAction").actions("states:StartExecution")
                                    .resources(arn("states", "stateMachine:" + name)).build()));
        }

        private RolePlan role(String name) {
            List<Statement> may = new ArrayList<>(ScalingRights.of(roles.region(), roles.accountId(), services()));
            may.add(Statement.allow("Tell").actions("sns:Publish").resources(topicArn).build());
            may.add(VendedLogs.deliver(roles.region()));
            may.add(KeyAlias.use(roles.project(), roles.environment(), roles.region(), roles.accountId(),
                    List.of("sns", "states"), "kms:Decrypt", "kms:GenerateDataKey"));
            return new RolePlan(name + "-" + roles.region(), "The budget's action: most and fewest tasks of the services",
                    PolicyDocument.trustService("states.amazonaws.com", roles.accountId(), arn("states", "stateMachine:" + name)),
                    Map.of("hold-back", PolicyDocument.identity(may.toArray(Statement[]::new))), roles.boundaryArn(), Map.of());
        }

        private List<String> services() {
            return args.services().stream().map(service -> arn("ecs", "service/" + prefix() + "/" + service.ecsService())).toList();
        }

        FunctionPlan tasks() {
            Map<String, BigDecimal> prices = new TreeMap<>();
            args.services().forEach(service -> prices.put(service.ecsService(), priced(service)));
            return function("tasks", "Prices the tasks that run", new TreeMap<>(Map.of("CLUSTER", prefix(),
                            "ENVIRONMENT", roles.environment(), "USD_AN_HOUR", new Gson().toJson(prices))),
                    // Knows no resource; the condition names the cluster.
                    Statement.allow("ListServices").actions("ecs:ListServices").anyResource()
                            .when(new Condition("ArnEquals", "ecs:cluster", List.of(arn("ecs", "cluster/" + prefix())))).build(),
                    // Versions come and go beside the stable one.
                    Statement.allow("SeeServices").actions("ecs:DescribeServices")
                            .resources(arn("ecs", "service/" + prefix() + "/*")).build());
        }

        private static BigDecimal priced(GuardedService service) {
            if (service.usdAnHour().signum() <= 0) {
                throw new IllegalArgumentException("the check of running tasks has no price of a task of " + service.ecsService()
                        + ": found " + service.usdAnHour().toPlainString() + " USD an hour, expected more than 0");
            }
            return service.usdAnHour();
        }

        FunctionPlan chat(String secretArn) {
            return function("chat", "Posts alarms to a chat", Map.of("SECRET", secretArn),
                    Statement.allow("ReadWebhook").actions("secretsmanager:GetSecretValue").resources(secretArn).build(),
                    Statement.allow("DecryptWebhook").actions("kms:Decrypt").resources(arn("kms", "key/*"))
                            .when(Condition.anyStringEquals("kms:ResourceAliases", KeyAlias.data(roles.project(), roles.environment())),
                                    Condition.stringEquals("kms:ViaService", "secretsmanager." + roles.region() + ".amazonaws.com"))
                            .build());
        }
    }
}
