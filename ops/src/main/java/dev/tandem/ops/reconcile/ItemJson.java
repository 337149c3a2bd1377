package dev.tandem.ops.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in the JSON of DynamoDB's own API. Names, and the members of sets, are sorted: equal items have equal texts. Pure. */
final class ItemJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ItemJson() {}

    static ObjectNode write(Map<String, AttributeValue> item) {
        ObjectNode node = JSON.objectNode();
        new TreeMap<>(item).forEach((name, value) -> node.set(name, value(value)));
        return node;
    }

    /** {@code sha256:} and the digest of the item's text. */
    static String digest(Map<String, AttributeValue> item) {
        return "sha256:" + Sha256.hex(write(item).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode value(AttributeValue value) {
        return switch (value.type()) {
            case S -> JSON.objectNode().put("S", value.s());
            case N -> JSON.objectNode().put("N", value.n());
            case BOOL -> JSON.objectNode().put("BOOL", value.bool());
            case B -> JSON.objectNode().put("B", value.b().asByteArray());
            case M -> JSON.objectNode().set("M", write(value.m()));
            case L -> JSON.objectNode().set("L", JSON.arrayNode().addAll(value.l().stream().map(ItemJson::value).toList()));
            case SS -> JSON.objectNode().set("SS", sorted(value.ss()));
            case NS -> JSON.objectNode().set("NS", sorted(value.ns()));
            case BS -> JSON.objectNode().set("BS",
                    sorted(value.bs().stream().map(bytes -> JSON.binaryNode(bytes.asByteArray()).asText()).toList()));
            case NUL, UNKNOWN_TO_SDK_VERSION -> JSON.objectNode().put("NULL", true);
        };
    }

    private static ArrayNode sorted(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.stream().sorted().forEach(array::add);
        return array;
    }

    /** @throws IllegalArgumentException when a value is in no form that DynamoDB has */
    static Map<String, AttributeValue> read(JsonNode item) {
        Map<String, AttributeValue> read = new TreeMap<>();
        item.properties().forEach(field -> read.put(field.getKey(), value(field.getValue())));
        return read;
    }

    private static AttributeValue value(JsonNode typed) {
        String type = typed.isObject() && typed.size() == 1 ? typed.fieldNames().next() : "";
        JsonNode value = typed.path(type);
        return switch (type) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "B" -> AttributeValue.fromB(bytes(value));
            case "M" -> AttributeValue.fromM(read(value));
            case "L" -> AttributeValue.fromL(each(value, ItemJson::value));
            case "SS" -> AttributeValue.fromSs(each(value, JsonNode::asText));
            case "NS" -> AttributeValue.fromNs(each(value, JsonNode::asText));
            case "BS" -> AttributeValue.fromBs(each(value, ItemJson::bytes));
            case "NULL" -> AttributeValue.fromNul(true);
            default -> throw new IllegalArgumentException("a value of the type '" + type + "'");
        };
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reader) {
        List<T> read = new ArrayList<>();
        array.forEach(item -> read.add(reader.apply(item)));
        return read;
    }

    private static SdkBytes bytes(JsonNode value) {
        try {
            return SdkBytes.fromByteArray(value.binaryValue());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
