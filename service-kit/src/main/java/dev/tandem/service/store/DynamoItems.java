package dev.tandem.service.store;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items and conditions in DynamoDB's terms. Pure. */
final class DynamoItems {

    private DynamoItems() {}

    static Map<String, AttributeValue> key(Key key) {
        return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
    }

    static Map<String, AttributeValue> attributes(Item item) {
        Map<String, AttributeValue> attributes = new HashMap<>(key(item.key()));
        item.fields().forEach((name, value) -> attributes.put(name, value(value)));
        return attributes;
    }

    static Item item(Map<String, AttributeValue> attributes) {
        Map<String, Object> fields = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (value.s() != null) {
                fields.put(name, value.s());
            } else if (value.n() != null) {
                fields.put(name, Long.valueOf(value.n()));
            }
        });
        Key key = new Key((String) fields.remove("pk"), (String) fields.remove("sk"));
        return new Item(key, fields);
    }

    private static AttributeValue value(Object value) {
        return value instanceof Long number ? AttributeValue.fromN(number.toString()) : AttributeValue.fromS((String) value);
    }

    /** Null for none, as the SDK's builders take it. */
    static String expression(Condition condition) {
        return switch (condition.kind()) {
            case NONE -> null;
            case ABSENT -> "attribute_not_exists(pk)";
            case PRESENT -> "attribute_exists(pk)";
            case EQUAL -> "#f = :v";
            case ABSENT_OR_BELOW -> "attribute_not_exists(pk) OR #f < :v";
        };
    }

    static Map<String, String> names(Condition condition) {
        return condition.field().isEmpty() ? null : Map.of("#f", condition.field());
    }

    static Map<String, AttributeValue> values(Condition condition) {
        return condition.field().isEmpty() ? null : Map.of(":v", value(condition.value()));
    }
}
