package dev.tandem.policy.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON documents inside strings, as {@link Value}s. An unknown placeholder inside the text stays an unknown. */
final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private JsonText() {}

    static Value parse(PropertyPath path, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new MalformedValueException(path, "is empty, expected a JSON document");
            }
            return convert(node);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
            throw new MalformedValueException(path, "is not valid JSON" + where);
        }
    }

    private static Value convert(JsonNode node) {
        if (node.isObject()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            node.properties().forEach(e -> fields.put(e.getKey(), convert(e.getValue())));
            return new Value.Fields(fields);
        } else if (node.isArray()) {
            List<Value> items = new ArrayList<>(node.size());
            node.forEach(n -> items.add(convert(n)));
            return new Value.Items(items);
        } else if (node.isTextual()) {
            return Unknowns.isUnknown(node.textValue()) ? new Value.Unknown() : new Value.Text(node.textValue());
        } else if (node.isBoolean()) {
            return new Value.Bool(node.booleanValue());
        } else if (node.isNumber()) {
            return new Value.Num(node.numberValue());
        }
        return new Value.Null();
    }
}
