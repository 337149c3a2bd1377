package dev.tandem.policy.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A configuration against the rule's JSON schema. A class of its own, so that only a configured rule loads a validator. */
final class ConfigSchemaCheck {

    private ConfigSchemaCheck() {}

    /** One text for each mistake, {@code path: what is allowed}. */
    static List<String> problems(Rule rule, Property config) {
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> schema =
                Map.of("type", "object", "properties", rule.configSchema(), "required", rule.requiredConfig());
        SchemaValidatorsConfig english = SchemaValidatorsConfig.builder()
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_PATH)
                .build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(json.valueToTree(schema), english)
                .validate(json.valueToTree(config.value().map(Values::plain).orElse(Map.of())))
                .stream()
                .map(ConfigSchemaCheck::text)
                .sorted()
                .toList();
    }

    private static String text(ValidationMessage message) {
        String path = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        return (path.isEmpty() ? "" : path + ": ") + message.getError();
    }
}
