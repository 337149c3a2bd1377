package dev.tandem.preview.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tandem.preview.project.InvalidProjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

/** Checks merged properties against the rules' schemas. A class of its own, so that only a preview with a file loads it. */
final class ConfigSchemas {

    private ConfigSchemas() {}

    /** @throws InvalidProjectException one line per problem, naming file, rule and property */
    static void check(AnalyzerInfo info, Map<String, PolicyConfig> merged, String shownAs) {
        List<String> problems = new ArrayList<>();
        for (PolicyInfo policy : info.getPoliciesList()) {
            if (policy.hasConfigSchema()) {
                ObjectNode schema = new ObjectMapper().createObjectNode();
                schema.put("type", "object");
                schema.set("properties", json(policy.getConfigSchema().getProperties()));
                var required = schema.putArray("required");
                policy.getConfigSchema().getRequiredList().forEach(required::add);
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(schema)
                        .validate(json(merged.get(policy.getName()).getProperties()))
                        .forEach(m -> problems.add(shownAs + ": rule '" + policy.getName() + "': " + m.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidProjectException(String.join("\n", problems));
        }
    }

    private static JsonNode json(Struct struct) {
        try {
            return new ObjectMapper().readTree(JsonFormat.printer().print(struct));
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
