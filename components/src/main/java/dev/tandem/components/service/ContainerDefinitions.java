package dev.tandem.components.service;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of a task definition's containers, with what holds for each of them. */
final class ContainerDefinitions {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private ContainerDefinitions() {}

    /** The containers as the ECS API takes them; equal plans give equal text. */
    static String json(ServiceNames names, List<ContainerPlan> containers) {
        return GSON.toJson(containers.stream().map(container -> definition(names, container)).toList());
    }

    private static Map<String, Object> definition(ServiceNames names, ContainerPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", plan.name());
        json.put("image", plan.image());
        json.put("cpu", plan.share().cpuUnits());
        json.put("memory", plan.share().memoryMiB());
        json.put("essential", plan.essential());
        json.put("user", plan.user());
        json.put("privileged", false);
        json.put("readonlyRootFilesystem", true);
        json.put("linuxParameters", pair("initProcessEnabled", true, "capabilities", Map.of("drop", List.of("ALL"))));
        putUnlessEmpty(json, "entryPoint", plan.entryPoint());
        putUnlessEmpty(json, "command", plan.command());
        putUnlessEmpty(json, "portMappings", plan.ports().stream().map(ContainerDefinitions::port).toList());
        putUnlessEmpty(json, "environment", plan.environment().entrySet().stream()
                .map(entry -> pair("name", entry.getKey(), "value", entry.getValue()))
                .toList());
        putUnlessEmpty(json, "dependsOn", plan.dependsOn().entrySet().stream()
                .map(entry -> pair("containerName", entry.getKey(), "condition", entry.getValue()))
                .toList());
        putUnlessEmpty(json, "mountPoints", plan.writablePaths().entrySet().stream()
                .map(entry -> pair("sourceVolume", entry.getKey(), "containerPath", entry.getValue()))
                .toList());
        if (!plan.healthCommand().isEmpty()) {
            // The application ends its task when it is ill, so it is asked often; the mesh mends itself first.
            boolean app = plan.name().equals(TaskContainers.APP);
            Map<String, Object> check = pair("command", plan.healthCommand(), "interval", app ? RegistryTiming.CHECK_INTERVAL : 30);
            check.putAll(app
                    ? pair("timeout", RegistryTiming.CHECK_TIMEOUT, "retries", RegistryTiming.CHECK_RETRIES)
                    : pair("timeout", 5, "retries", 3));
            check.put("startPeriod", app ? 60 : 15);
            json.put("healthCheck", check);
        }
        json.put("stopTimeout", plan.stopTimeoutSeconds());
        json.put("logConfiguration", logs(names, plan.name()));
        return json;
    }

    private static Map<String, Object> port(int port) {
        Map<String, Object> mapping = pair("containerPort", port, "hostPort", port);
        mapping.put("protocol", "tcp");
        return mapping;
    }

    /** Non-blocking, so that a log service that doesn't answer never stops the application; 1 MiB is the default buffer. */
    private static Map<String, Object> logs(ServiceNames names, String container) {
        Map<String, Object> options = pair("awslogs-group", names.logGroup(), "awslogs-region", names.region());
        options.putAll(pair("awslogs-stream-prefix", container, "mode", "non-blocking"));
        return pair("logDriver", "awslogs", "options", options);
    }

    private static void putUnlessEmpty(Map<String, Object> json, String key, List<?> values) {
        if (!values.isEmpty()) {
            json.put(key, values);
        }
    }

    private static Map<String, Object> pair(String key, Object value, String otherKey, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }
}
