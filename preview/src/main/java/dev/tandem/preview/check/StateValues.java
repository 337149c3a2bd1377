package dev.tandem.preview.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.Signatures;
import dev.tandem.policy.wire.StructDecoder;
import java.util.Map;

/**
 * Property values as the command line stores them. They are as on the wire but for secrets, of which a file has a
 * ciphertext, or with {@code --show-secrets} the value as a JSON text, or in a plan the word {@code [secret]}. What is
 * encrypted is an unknown secret. Source: Pulumi's checkpoint format, version 3.
 */
final class StateValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the command line shows in place of a secret that it does not write. */
    private static final String BLINDED = "[secret]";

    private StateValues() {}

    /** The fields of an object; none for anything else. */
    static Map<String, Value> fields(JsonNode object) {
        Struct.Builder out = Struct.newBuilder();
        object.properties().forEach(e -> out.putFields(e.getKey(), wire(e.getValue())));
        return StructDecoder.decode(out.build());
    }

    private static com.google.protobuf.Value wire(JsonNode node) {
        var out = com.google.protobuf.Value.newBuilder();
        if (node.isObject()) {
            return out.setStructValue(struct(node)).build();
        } else if (node.isArray()) {
            ListValue.Builder items = ListValue.newBuilder();
            node.forEach(item -> items.addValues(wire(item)));
            return out.setListValue(items).build();
        } else if (node.isTextual()) {
            return node.textValue().equals(BLINDED) ? secret(text(Unknowns.STRING)) : text(node.textValue());
        } else if (node.isBoolean()) {
            return out.setBoolValue(node.booleanValue()).build();
        } else if (node.isNumber()) {
            return out.setNumberValue(node.doubleValue()).build();
        }
        return out.setNullValue(NullValue.NULL_VALUE).build();
    }

    private static Struct struct(JsonNode object) {
        if (object.path(Signatures.KEY).asText().equals(Signatures.SECRET)) {
            return secret(object).getStructValue();
        }
        Struct.Builder out = Struct.newBuilder();
        object.properties().forEach(e -> out.putFields(e.getKey(), wire(e.getValue())));
        return out.build();
    }

    private static com.google.protobuf.Value secret(JsonNode object) {
        if (object.path("plaintext").isTextual()) {
            String plain = object.path("plaintext").textValue();
            try {
                return secret(wire(JSON.readTree(plain)));
            } catch (JsonProcessingException e) {
                return secret(text(plain));
            }
        }
        return secret(object.has("value") ? wire(object.path("value")) : text(Unknowns.STRING));
    }

    private static com.google.protobuf.Value secret(com.google.protobuf.Value value) {
        return com.google.protobuf.Value.newBuilder().setStructValue(Struct.newBuilder()
                .putFields(Signatures.KEY, text(Signatures.SECRET))
                .putFields("value", value)).build();
    }

    private static com.google.protobuf.Value text(String text) {
        return com.google.protobuf.Value.newBuilder().setStringValue(text).build();
    }
}
