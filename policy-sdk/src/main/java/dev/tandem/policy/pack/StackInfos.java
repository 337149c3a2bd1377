package dev.tandem.policy.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.wire.StructDecoder;
import dev.tandem.policy.wire.TypedConfig;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** The two ways in which engines tell a pack about the stack. */
final class StackInfos {

    private StackInfos() {}

    static StackInfo of(AnalyzerStackConfigureRequest request) {
        Optional<Struct> typed = TypedConfig.of(request);
        if (typed.isPresent()) {
            return typed(request, typed.get());
        }
        return new StackInfo(
                request.getOrganization(),
                request.getProject(),
                request.getStack(),
                request.getConfigMap(),
                Set.copyOf(request.getConfigSecretKeysList()),
                request.getTagsMap(),
                Optional.of(request.getDryRun()));
    }

    /** Source: Pulumi's engine 3.170, which never says whether it is a preview: false then means nothing. */
    private static StackInfo typed(AnalyzerStackConfigureRequest request, Struct typed) {
        Map<String, String> config = new TreeMap<>();
        Set<String> secrets = new TreeSet<>();
        StructDecoder.decode(typed).forEach((key, value) -> {
            config.put(key, text(value));
            if (hasSecret(value)) {
                secrets.add(key);
            }
        });
        return new StackInfo(
                request.getOrganization(), request.getProject(), request.getStack(), config, secrets, Map.of(),
                request.getDryRun() ? Optional.of(true) : Optional.empty());
    }

    /** As newer engines send it: texts as they are, anything else as JSON. */
    private static String text(Value value) {
        try {
            return value.unwrapped() instanceof Value.Text text
                    ? text.value()
                    : new ObjectMapper().writeValueAsString(Values.plain(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("configuration holds a " + value.kind() + ", expected JSON");
        }
    }

    private static boolean hasSecret(Value value) {
        if (value instanceof Value.Items items) {
            return items.values().stream().anyMatch(StackInfos::hasSecret);
        } else if (value instanceof Value.Fields fields) {
            return fields.values().values().stream().anyMatch(StackInfos::hasSecret);
        }
        return value instanceof Value.Secret;
    }

    /**
     * Engines that do not send the stack set environment variables instead; which configuration values are secret is
     * not among them. Without project and stack the variables are somebody else's and are not looked at.
     */
    static StackInfo of(Map<String, String> environment) {
        String project = environment.getOrDefault("PULUMI_PROJECT", "");
        String stack = environment.getOrDefault("PULUMI_STACK", "");
        if (project.isEmpty() || stack.isEmpty()) {
            return StackInfo.NONE;
        }
        return new StackInfo(
                environment.getOrDefault("PULUMI_ORGANIZATION", ""),
                project,
                stack,
                config(environment.getOrDefault("PULUMI_CONFIG", "")),
                Set.of(),
                Map.of(),
                Optional.ofNullable(environment.get("PULUMI_DRY_RUN")).map(Boolean::parseBoolean));
    }

    private static Map<String, String> config(String json) {
        if (json.isBlank()) {
            return Map.of();
        }
        try {
            return new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "environment variable PULUMI_CONFIG: expected a JSON object of strings, found something else");
        }
    }
}
