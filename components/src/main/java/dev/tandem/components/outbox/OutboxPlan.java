package dev.tandem.components.outbox;

import com.google.gson.Gson;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How events of a service's outbox reach the region's bus: a function reads the table's stream, which costs nothing for a function
 * and four reads a second for a pipe (docs/adr/0095). Plain data.
 *
 * @param function what reads
 * @param filter   which records of the stream it gets: new events that a task of this region wrote. A global table's stream in the other
 *                 region has them too, and they would come twice
 */
public record OutboxPlan(FunctionPlan function, String filter) {

    /** What partition keys of events begin with; {@code OutboxEvent} of the service kit writes it. */
    public static final String PREFIX = "outbox#";

    /** Field of every item that says which region wrote it; {@code FencedStore} of the service kit writes it. */
    public static final String REGION_FIELD = "writtenIn";

    /** Events of one run. */
    static final int BATCH = 10;

    private static final Gson GSON = new Gson();
    private static final int TIMEOUT_SECONDS = 30;
    private static final int MEMORY_MIB = 128;

    /** Plans the way of a service's events. Pure. */
    public static OutboxPlan of(FunctionRoles roles, String service) {
        String base = roles.project() + "-" + roles.environment();
        String function = functionName(roles.project(), roles.environment(), service);
        String undelivered = ExchangePlan.deadLetters(roles.project(), roles.environment());
        String source = ExchangePlan.SOURCE_PREFIX + service;
        String filter = GSON.toJson(new TreeMap<>(Map.of(
                "eventName", List.of("INSERT"),
                "dynamodb", new TreeMap<>(Map.of(
                        "Keys", Map.of("pk", Map.of("S", List.of(Map.of("prefix", PREFIX)))),
                        "NewImage", Map.of(REGION_FIELD, Map.of("S", List.of(roles.region()))))))));
        return new OutboxPlan(new FunctionPlan(function, "Brings events of " + service + " from its table's stream to the bus",
                List.of("outbox"),
                Map.of("EVENT_BUS", base, "EVENT_SOURCE", source,
                        "UNDELIVERED", "https://sqs." + roles.region() + ".amazonaws.com/" + roles.accountId() + "/" + undelivered),
                roles.of(function, "Reads the stream of " + service + "'s table, sends its events under its name", undelivered,
                        Statement.allow("ReadStream")
                                .actions("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator",
                                        "dynamodb:ListStreams")
                                .resources(roles.arn("dynamodb", "table/" + base + "-" + service + "/stream/*"))
                                .build(),
                        Statement.allow("SendEvents")
                                .actions("events:PutEvents")
                                .resources(roles.arn("events", "event-bus/" + base))
                                .when(Condition.stringEquals("events:source", source))
                                .build()),
                TIMEOUT_SECONDS, MEMORY_MIB), filter);
    }

    /** Name of the function, the same in both regions. */
    static String functionName(String project, String environment, String service) {
        return project + "-" + environment + "-" + service + "-outbox";
    }
}
