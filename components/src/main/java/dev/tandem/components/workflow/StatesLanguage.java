package dev.tandem.components.workflow;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes machines in the Amazon States Language. Source: https://states-language.net/spec.html */
final class StatesLanguage {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final int FIRST_PAUSE_SECONDS = 2;

    private StatesLanguage() {}

    static String json(StateMachine machine) {
        return GSON.toJson(machine(machine));
    }

    private static Map<String, Object> machine(StateMachine machine) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Comment", machine.comment());
        json.put("StartAt", machine.startAt());
        if (machine.timeoutSeconds() > 0) {
            json.put("TimeoutSeconds", machine.timeoutSeconds());
        }
        Map<String, Object> states = new LinkedHashMap<>();
        machine.states().forEach((name, state) -> states.put(name, state(state)));
        json.put("States", states);
        return json;
    }

    private static Map<String, Object> state(State state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Type", type(state));
        if (state instanceof State.Task task) {
            task(json, task);
        } else if (state instanceof State.Wait wait) {
            json.put("Seconds", wait.seconds());
            json.put("Next", wait.next());
        } else if (state instanceof State.Pass pass) {
            json.put("Parameters", pass.parameters());
            json.put("ResultPath", pass.resultPath());
            json.put("Next", pass.next());
        } else if (state instanceof State.Choice choice) {
            json.put("Choices", choice.rules().stream().map(StatesLanguage::rule).toList());
            json.put("Default", choice.otherwise());
        } else if (state instanceof State.Each each) {
            each(json, each);
        } else if (state instanceof State.Fail fail) {
            json.put("Error", fail.error());
            json.put("Cause", fail.cause());
        }
        return json;
    }

    private static String type(State state) {
        return state instanceof State.Each ? "Map" : state.getClass().getSimpleName();
    }

    private static void task(Map<String, Object> json, State.Task task) {
        json.put("Resource", task.resource());
        json.put("Parameters", task.parameters());
        json.put("ResultPath", task.resultPath().orElse(null));
        json.put("TimeoutSeconds", task.timeoutSeconds());
        if (task.tries() > 1) {
            // What a condition refused stays refused: only other errors are tried again.
            json.put("Retry", List.of(
                    ordered("ErrorEquals", List.of("DynamoDB.ConditionalCheckFailedException"), "MaxAttempts", 0),
                    ordered("ErrorEquals", List.of("States.ALL"), "IntervalSeconds", FIRST_PAUSE_SECONDS,
                            "MaxAttempts", task.tries() - 1, "BackoffRate", 2.0)));
        }
        handlers(json, task.handlers());
        json.put("Next", task.next());
    }

    private static void each(Map<String, Object> json, State.Each each) {
        json.put("ItemsPath", each.itemsPath());
        json.put("MaxConcurrency", each.concurrent());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ProcessorConfig", Map.of("Mode", "INLINE"));
        body.putAll(machine(each.item()));
        json.put("ItemProcessor", body);
        json.put("ResultPath", null);
        handlers(json, each.handlers());
        json.put("Next", each.next());
    }

    private static void handlers(Map<String, Object> json, Map<String, String> handlers) {
        if (!handlers.isEmpty()) {
            json.put("Catch", handlers.entrySet().stream()
                    .map(handler -> ordered("ErrorEquals", List.of(handler.getKey()), "ResultPath", "$.error",
                            "Next", handler.getValue()))
                    .toList());
        }
    }

    private static Map<String, Object> rule(State.Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> tests = rule.all().stream()
                .map(test -> ordered("Variable", test.variable(), test.operator(), test.value()))
                .toList();
        if (tests.size() == 1) {
            json.putAll(tests.get(0));
        } else {
            json.put("And", tests);
        }
        json.put("Next", rule.next());
        return json;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
