package dev.tandem.components.endpoints;

import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.Statement;
import java.util.List;
import java.util.Map;

/**
 * How a region tells where its tasks are: a function writes one item for each ECS service into a table that both regions
 * have. Each region writes its own items only, so no write conflicts with one of the other region.
 *
 * @param table    global table; partition key is the ECS service, sort key the region
 * @param ruleName rule on changes of tasks
 * @param pattern  changes of tasks of this cluster
 * @param repair   rule that runs the function on a schedule: what an event missed is right again after five minutes
 * @param function the function
 */
public record EndpointsPlan(String table, String ruleName, String pattern, String repair, FunctionPlan function) {

    /** How often everything is written again. */
    public static final String REPAIR_RATE = "rate(5 minutes)";

    /** Plans the writer of a region. Pure. */
    public static EndpointsPlan of(FunctionRoles roles) {
        String prefix = roles.project() + "-" + roles.environment();
        String region = roles.region();
        String account = roles.accountId();
        String cluster = "arn:aws:ecs:" + region + ":" + account + ":cluster/" + prefix;
        String table = table(roles.project(), roles.environment());
        String function = prefix + "-endpoints";
        Condition here = new Condition("ArnEquals", "ecs:cluster", List.of(cluster));
        return new EndpointsPlan(table, function + "-changes",
                "{\"source\":[\"aws.ecs\"],\"detail-type\":[\"ECS Task State Change\"],\"detail\":{\"clusterArn\":[\"" + cluster
                        + "\"]}}",
                function + "-repair",
                new FunctionPlan(function, "Writes where this region's tasks are, for the other region's Envoys",
                        List.of("endpoints"), Map.of("CLUSTER", prefix, "TABLE", table),
                        roles.of(function, "Reads tasks of this cluster, writes this region's endpoints",
                                ExchangePlan.deadLetters(roles.project(), roles.environment()),
                                // Knows no resource; the condition names the cluster.
                                Statement.allow("ListServices").actions("ecs:ListServices").anyResource().when(here).build(),
                                Statement.allow("ListTasks").actions("ecs:ListTasks")
                                        .resources("arn:aws:ecs:" + region + ":" + account + ":container-instance/" + prefix + "/*")
                                        .when(here).build(),
                                Statement.allow("DescribeTasks").actions("ecs:DescribeTasks")
                                        .resources("arn:aws:ecs:" + region + ":" + account + ":task/" + prefix + "/*").build(),
                                Statement.allow("WriteEndpoints")
                                        .actions("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:Scan")
                                        .resources("arn:aws:dynamodb:" + region + ":" + account + ":table/" + table).build()),
                        30, 128));
    }

    /** Name of the table, the same in both regions. */
    public static String table(String project, String environment) {
        return project + "-" + environment + "-endpoints";
    }
}
