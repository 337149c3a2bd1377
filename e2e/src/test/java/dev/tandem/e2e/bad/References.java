package dev.tandem.e2e.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of an example as the engine takes them; {@code ${name.attribute}} is unknown and comes from that resource. */
final class References {

    /** How the engine writes an unknown value. Source: pulumi, sdk/go/common/resource/plugin/rpc.go. */
    static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\?|[a-z][\\w-]*)(?:\\.[\\w.]+)?}");

    private References() {}

    /** The names of the resources that a node refers to. */
    static void collect(JsonNode node, Set<String> into) {
        if (node.isTextual()) {
            for (Matcher m = REFERENCE.matcher(node.asText()); m.find(); ) {
                into.add(m.group(1));
            }
        }
        node.forEach(child -> collect(child, into));
    }

    static Value value(JsonNode node) {
        Value.Builder out = Value.newBuilder();
        if (node.isTextual()) {
            return out.setStringValue(REFERENCE.matcher(node.asText()).find() ? UNKNOWN : node.asText()).build();
        } else if (node.isNumber()) {
            return out.setNumberValue(node.asDouble()).build();
        } else if (node.isBoolean()) {
            return out.setBoolValue(node.asBoolean()).build();
        } else if (node.isArray()) {
            ListValue.Builder list = ListValue.newBuilder();
            node.forEach(item -> list.addValues(value(item)));
            return out.setListValue(list).build();
        } else if (node.isObject()) {
            return out.setStructValue(struct(node)).build();
        }
        return out.setNullValue(NullValue.NULL_VALUE).build();
    }

    static Struct struct(JsonNode node) {
        Struct.Builder out = Struct.newBuilder();
        node.properties().forEach(field -> out.putFields(field.getKey(), value(field.getValue())));
        return out.build();
    }
}
