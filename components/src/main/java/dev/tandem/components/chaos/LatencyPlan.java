package dev.tandem.components.chaos;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.mesh.RouteTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Latency by the mesh: automations of Systems Manager that publish a delay in a service's route document, hold it, and take it out
 * again, also when they are cancelled, which an alarm of the experiment does. No agent runs in a task. Pure.
 *
 * @param role      what the automations may do: change these services' route documents
 * @param documents JSON of an automation by its name, one for each service
 */
public record LatencyPlan(RolePlan role, Map<String, String> documents) {

    /** What a request waits, milliseconds: more than the 200 that the objective of a call has. */
    private static final int MILLIS = 300;

    /** Source: Systems Manager user guide, "aws:executeScript", read 2026-11. */
    private static final String RUNTIME = "python3.11";

    private static final String LAST_STEP = "takeBack";
    private static final int STEP_SECONDS = 60;

    /** What the other steps may take besides the time that one holds. */
    private static final int MINUTES_FOR_STEPS = 5;

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Copies the map. */
    public LatencyPlan {
        documents = Collections.unmodifiableMap(new TreeMap<>(documents));
    }

    /**
     * Plans them.
     *
     * @param names    of the environment, with the boundary that its functions have
     * @param services whose requests are to wait, at least one
     * @param minutes  how long
     */
    static LatencyPlan of(FunctionRoles names, List<String> services, int minutes) {
        String table = RouteTable.name(names.project(), names.environment());
        RolePlan role = new RolePlan(names.project() + "-" + names.environment() + "-latency-" + names.region(), "Experiments that let requests wait, in " + names.region(),
                PolicyDocument.trustService("ssm.amazonaws.com", names.accountId(), names.arn("ssm", "automation-execution/*")),
                Map.of("delay", PolicyDocument.identity(
                        Statement.allow("ChangeRoutes").actions("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
                                .resources(names.arn("dynamodb", "table/" + table))
                                .when(FunctionRoles.onlyItems(services.toArray(String[]::new))).build(),
                        KeyAlias.use(names.project(), names.environment(), names.region(), names.accountId(), List.of("dynamodb"),
                                "kms:Decrypt", "kms:GenerateDataKey"))),
                names.boundaryArn(), Map.of());
        Map<String, String> documents = new TreeMap<>();
        services.forEach(service -> documents.put(document(names, service), GSON.toJson(ordered(
                "schemaVersion", "0.3",
                "description", "Requests to " + service + " wait " + MILLIS + " ms for " + minutes + " minutes",
                "assumeRole", "arn:aws:iam::" + names.accountId() + ":role/" + role.name(),
                "mainSteps", steps(Map.of("region", names.region(), "table", table, "service", service, "millis", MILLIS), minutes)))));
        return new LatencyPlan(role, documents);
    }

    private static String document(FunctionRoles names, String of) {
        return names.project() + "-" + names.environment() + "-latency-" + of;
    }

    /** The experiment on one of the services. */
    static ExperimentPlan experiment(FunctionRoles names, String service, int minutes, List<String> stopAlarms) {
        return new ExperimentPlan("latency-" + service, "Requests to " + service + " wait " + MILLIS + " ms",
                "aws:ssm:start-automation-execution",
                Map.of("documentArn", names.arn("ssm", "document/" + document(names, service)),
                        "maxDuration", "PT" + (minutes + MINUTES_FOR_STEPS) + "M"),
                Optional.empty(), stopAlarms);
    }

    /** What the role of experiments needs to start these automations, to look at them and to cancel them. */
    static List<Statement> toStart(FunctionRoles names, LatencyPlan plan) {
        String documents = document(names, "*");
        return List.of(
                Statement.allow("StartAutomation").actions("ssm:StartAutomationExecution")
                        .resources(names.arn("ssm", "automation-definition/" + documents + ":*"), names.arn("ssm", "document/" + documents)).build(),
                Statement.allow("FollowAutomation").actions("ssm:GetAutomationExecution", "ssm:StopAutomationExecution")
                        .resources(names.arn("ssm", "automation-execution/*")).build(),
                Statement.allow("PassToAutomation").actions("iam:PassRole")
                        .resources("arn:aws:iam::" + names.accountId() + ":role/" + plan.role().name())
                        .when(Condition.stringEquals("iam:PassedToService", "ssm.amazonaws.com")).build());
    }

    private static List<Map<String, Object>> steps(Map<String, Object> payload, int minutes) {
        Map<String, Object> publish = script("publish", "publish", payload);
        Map<String, Object> hold = ordered("name", "hold", "action", "aws:sleep", "inputs", Map.of("Duration", "PT" + minutes + "M"));
        List.of(publish, hold).forEach(step -> step.put("onFailure", "step:" + LAST_STEP));
        hold.put("onCancel", "step:" + LAST_STEP);
        Map<String, Object> takeBack = script(LAST_STEP, "take_back", payload);
        takeBack.put("maxAttempts", 3);
        takeBack.put("isEnd", true);
        return List.of(publish, hold, takeBack);
    }

    private static Map<String, Object> script(String name, String handler, Map<String, Object> payload) {
        return ordered("name", name, "action", "aws:executeScript", "timeoutSeconds", STEP_SECONDS, "inputs", ordered(
                "Runtime", RUNTIME, "Handler", handler, "InputPayload", new TreeMap<>(payload), "Script", FunctionPlan.source("latency")));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }
}
