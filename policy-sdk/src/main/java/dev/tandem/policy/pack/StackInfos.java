package dev.tandem.policy.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.policy.rule.StackInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** The two ways in which engines tell a pack about the stack. */
final class StackInfos {

    private StackInfos() {}

    static StackInfo of(AnalyzerStackConfigureRequest request) {
        return new StackInfo(
                request.getOrganization(),
                request.getProject(),
                request.getStack(),
                request.getConfigMap(),
                Set.copyOf(request.getConfigSecretKeysList()),
                request.getTagsMap(),
                Optional.of(request.getDryRun()));
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
