package dev.tandem.e2e.provider;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;

/**
 * Property values as the engine sends them: unknowns are marker strings, secrets and assets are structs with a
 * signature. Written apart from the policy SDK's decoder on purpose: one reading of the wire format checks the other.
 */
public final class Values {

    /** The key under which special structs carry their kind. */
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
    private static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
    private static final String RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
    private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private static final String UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /** The engine's markers, one for each kind of value that is not known yet. */
    private static final List<String> UNKNOWNS = List.of(
            UNKNOWN_STRING,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    private Values() {}

    /** What a provider answers in a preview for what only the real operation can tell. */
    public static Value unknown() {
        return string(UNKNOWN_STRING);
    }

    public static Value string(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    public static boolean isUnknown(Value value) {
        return value.hasStringValue() && UNKNOWNS.contains(value.getStringValue());
    }

    /** Whether an unknown is in the value or anywhere below it. */
    public static boolean holdsUnknown(Value value) {
        return isUnknown(value)
                || value.getListValue().getValuesList().stream().anyMatch(Values::holdsUnknown)
                || value.getStructValue().getFieldsMap().values().stream().anyMatch(Values::holdsUnknown);
    }

    public static boolean isAbsent(Value value) {
        return value == null || value.hasNullValue() || value.getKindCase() == Value.KindCase.KIND_NOT_SET;
    }

    public static boolean isSecret(Value value) {
        return SECRET.equals(signature(value));
    }

    /** Whether a secret is in the value or anywhere below it. */
    public static boolean holdsSecret(Value value) {
        return isSecret(value)
                || value.getListValue().getValuesList().stream().anyMatch(Values::holdsSecret)
                || value.getStructValue().getFieldsMap().values().stream().anyMatch(Values::holdsSecret);
    }

    public static Value secret(Value value) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putFields(SIGNATURE, string(SECRET)).putFields("value", value))
                .build();
    }

    public static boolean isAssetOrArchive(Value value) {
        String signature = signature(value);
        return ASSET.equals(signature) || ARCHIVE.equals(signature);
    }

    public static boolean isArchive(Value value) {
        return ARCHIVE.equals(signature(value));
    }

    public static boolean isResourceReference(Value value) {
        return RESOURCE.equals(signature(value));
    }

    /** The value with every secret and output wrapper taken off, at every depth. */
    public static Value reveal(Value value) {
        if (isSecret(value)) {
            return reveal(value.getStructValue().getFieldsOrDefault("value", Value.getDefaultInstance()));
        }
        if (OUTPUT.equals(signature(value))) {
            Value held = value.getStructValue().getFieldsMap().get("value");
            return held == null ? unknown() : reveal(held);
        }
        if (value.hasListValue()) {
            ListValue.Builder list = ListValue.newBuilder();
            value.getListValue().getValuesList().forEach(item -> list.addValues(reveal(item)));
            return Value.newBuilder().setListValue(list).build();
        }
        if (value.hasStructValue()) {
            Struct.Builder struct = Struct.newBuilder();
            value.getStructValue().getFieldsMap().forEach((key, item) -> struct.putFields(key, reveal(item)));
            return Value.newBuilder().setStructValue(struct).build();
        }
        return value;
    }

    /** The text of a property when it is known: strings, whole numbers and booleans; else null. */
    public static String text(Struct properties, String name) {
        Value value = reveal(properties.getFieldsOrDefault(name, Value.getDefaultInstance()));
        return switch (value.getKindCase()) {
            case STRING_VALUE -> isUnknown(value) ? null : value.getStringValue();
            case NUMBER_VALUE -> String.valueOf((long) value.getNumberValue());
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            default -> null;
        };
    }

    /** A protobuf value from plain Java: strings, numbers, booleans, lists, maps; null is the null value. */
    public static Value of(Object plain) {
        Value.Builder value = Value.newBuilder();
        if (plain instanceof Value ready) {
            return ready;
        } else if (plain instanceof String text) {
            value.setStringValue(text);
        } else if (plain instanceof Number number) {
            value.setNumberValue(number.doubleValue());
        } else if (plain instanceof Boolean truth) {
            value.setBoolValue(truth);
        } else if (plain instanceof List<?> items) {
            ListValue.Builder list = value.getListValueBuilder();
            items.forEach(item -> list.addValues(of(item)));
        } else if (plain instanceof Map<?, ?> entries) {
            Struct.Builder struct = value.getStructValueBuilder();
            entries.forEach((key, item) -> struct.putFields((String) key, of(item)));
        } else {
            value.setNullValueValue(0);
        }
        return value.build();
    }

    private static String signature(Value value) {
        return value.getStructValue().getFieldsOrDefault(SIGNATURE, Value.getDefaultInstance()).getStringValue();
    }
}
