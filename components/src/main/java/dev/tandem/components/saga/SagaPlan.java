package dev.tandem.components.saga;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.logs.VendedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A saga in a region, decided before AWS is asked. Plain data.
 *
 * @param name        physical name of the machine
 * @param definition  the saga; where it is stuck it tells the alarms' topic, then fails
 * @param relayName   physical name of the relay, an express workflow
 * @param relay       the relay
 * @param machineRole what the saga may do: send commands to its participants' queues, tell of a stuck one
 * @param relayRole   what the relay may do: start the saga, wake its steps
 * @param starter     role under which the bus starts the relay
 * @param rule        name of the rule
 * @param pattern     events for the relay: those of this region, since the other one forwards its own; the one that starts the saga from
 *                    its owner only, answers from its participants only, since the saga does with their rights what an event says
 * @param logs        where both write runs that failed
 */
public record SagaPlan(
        String name, String definition, String relayName, String relay, RolePlan machineRole, RolePlan relayRole, RolePlan starter,
        String rule, String pattern, VendedLogs logs) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final String STUCK = "Stuck";

    /**
     * Plans a saga.
     *
     * @param owner         service that starts it, by events of its own
     * @param alarmTopicArn who hears of a stuck one
     */
    public static SagaPlan of(FunctionRoles in, String owner, SagaDocument saga, String alarmTopicArn) {
        String base = in.project() + "-" + in.environment();
        String name = base + "-saga-" + saga.name();
        String relay = name + "-relay";
        String machines = in.arn("states", "stateMachine:");
        RolePlan machineRole = role(in, name, "Sends the commands of the saga " + saga.name() + " to its participants",
                List.of("sns", "sqs", "states"),
                Statement.allow("SendCommands").actions("sqs:SendMessage")
                        .resources(saga.participants().stream().map(service -> in.arn("sqs", base + "-" + service)).toList())
                        .build(),
                Statement.allow("Tell").actions("sns:Publish").resources(alarmTopicArn).build());
        RolePlan relayRole = role(in, relay, "Starts the saga " + saga.name() + " and wakes its steps", List.of("states"),
                Statement.allow("Start").actions("states:StartExecution").resources(machines + name).build(),
                // An answer does not say of which saga it is; the token does.
                Statement.allow("Wake").actions("states:SendTaskFailure", "states:SendTaskSuccess")
                        .resources(machines + base + "-saga-*").build());
        String pattern = GSON.toJson(new TreeMap<>(Map.of(
                "region", List.of(in.region()),
                "$or", List.of(
                        from(List.of(owner), saga.startedBy()),
                        from(saga.participants(), "CommandSucceeded", "CommandFailed")))));
        return new SagaPlan(name, definition(saga, service -> "https://sqs." + in.region() + ".amazonaws.com/" + in.accountId() + "/"
                        + base + "-" + service, alarmTopicArn),
                relay, saga.relay().replace("${machine}", machines + name), machineRole, relayRole,
                in.delivery(name + "-starts", "Starts the relay of the saga " + saga.name(), base + "/" + name,
                        Statement.allow("StartRelay").actions("states:StartExecution").resources(machines + relay).build()),
                name, pattern, VendedLogs.of("states", name, name, in.region(), in.accountId()));
    }

    private static Map<String, List<String>> from(List<String> services, String... types) {
        return new TreeMap<>(Map.of("source", services.stream().map(service -> ExchangePlan.SOURCE_PREFIX + service).toList(),
                "detail-type", List.of(types)));
    }

    private static RolePlan role(FunctionRoles in, String name, String description, List<String> keyUsers, Statement... may) {
        List<Statement> all = new ArrayList<>(List.of(may));
        all.add(VendedLogs.deliver(in.region()));
        all.add(KeyAlias.use(in.project(), in.environment(), in.region(), in.accountId(), keyUsers, "kms:Decrypt", "kms:GenerateDataKey"));
        return new RolePlan(name + "-" + in.region(), description,
                PolicyDocument.trustService("states.amazonaws.com", in.accountId(),
                        in.arn("states", "stateMachine:" + name)),
                Map.of("work", PolicyDocument.identity(all.toArray(Statement[]::new))), in.boundaryArn(), Map.of());
    }

    private static String definition(SagaDocument saga, UnaryOperator<String> queueUrl, String topic) {
        String text = saga.machine();
        for (String service : saga.participants()) {
            text = text.replace("${queue:" + service + "}", queueUrl.apply(service));
        }
        if (text.contains("${")) {
            throw new IllegalArgumentException("saga " + saga.name() + " names " + text.substring(text.indexOf("${"), text.indexOf('}',
                    text.indexOf("${")) + 1) + ", expected queues of its participants " + saga.participants() + " only");
        }
        JsonObject machine = JsonParser.parseString(text).getAsJsonObject();
        JsonObject states = machine.getAsJsonObject("States");
        if (states.has(STUCK)) {
            states.add("StuckForGood", states.get(STUCK));
            states.add(STUCK, tell(saga, topic));
        }
        return GSON.toJson(machine);
    }

    /** The message names the execution and no data of it. */
    private static JsonObject tell(SagaDocument saga, String topic) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("TopicArn", topic);
        parameters.addProperty("Subject", "A saga " + saga.name() + " is stuck");
        parameters.addProperty("Message.$", "States.Format('Execution {} is stuck. Runbook: docs/runbooks/saga-stuck.md', $$.Execution.Id)");
        JsonObject handler = new JsonObject();
        JsonArray all = new JsonArray();
        all.add("States.ALL");
        handler.add("ErrorEquals", all);
        handler.addProperty("Next", "StuckForGood");
        JsonArray handlers = new JsonArray();
        handlers.add(handler);
        JsonObject state = new JsonObject();
        state.addProperty("Type", "Task");
        state.addProperty("Resource", "arn:aws:states:::sns:publish");
        state.add("Parameters", parameters);
        state.addProperty("TimeoutSeconds", 10);
        state.add("Catch", handlers);
        state.addProperty("Next", "StuckForGood");
        return state;
    }
}
