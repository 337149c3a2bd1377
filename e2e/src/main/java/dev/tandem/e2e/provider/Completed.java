package dev.tandem.e2e.provider;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import com.pulumi.core.Either;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/**
 * Arguments of a resource with what is missing of the required ones made up, at every depth. For plans that show a point
 * with few words.
 */
public final class Completed {

    private Completed() {}

    /**
     * The arguments, completed.
     *
     * @param token the resource's type; one that the SDK does not have is left as it is
     * @param name put into texts that are made up, so that no two resources share one
     */
    public static Struct arguments(String token, Struct given, String name) {
        return ResourceShape.of(token).map(shape -> object(shape.argsClass(), given, name)).orElse(given);
    }

    private static Struct object(Class<?> args, Struct given, String name) {
        Struct.Builder out = given.toBuilder();
        Argument.of(args).forEach((key, argument) -> {
            Value value = given.getFieldsOrDefault(key, Value.getDefaultInstance());
            if (!Values.isAbsent(value)) {
                out.putFields(key, inside(argument.type(), value, name));
            } else if (argument.required()) {
                out.putFields(key, made(argument.type(), key, name));
            }
        });
        return out.build();
    }

    private static Value inside(Type type, Value value, String name) {
        Class<?> raw = Types.raw(type);
        if (raw == List.class && value.hasListValue()) {
            ListValue.Builder list = ListValue.newBuilder();
            value.getListValue().getValuesList().forEach(item -> list.addValues(inside(Types.argument(type, 0), item, name)));
            return Value.newBuilder().setListValue(list).build();
        } else if (raw == List.class && !Values.isUnknown(value)) {
            return inside(type, Value.newBuilder().setListValue(ListValue.newBuilder().addValues(value)).build(), name);
        } else if (value.hasListValue() && !Argument.of(raw).isEmpty() && value.getListValue().getValuesCount() == 1) {
            return inside(type, value.getListValue().getValues(0), name);
        } else if (value.hasStructValue() && !Argument.of(raw).isEmpty()) {
            return Value.newBuilder().setStructValue(object(raw, value.getStructValue(), name)).build();
        } else if (raw == String.class && (value.hasNumberValue() || value.hasBoolValue())) {
            return text(value.hasBoolValue() ? String.valueOf(value.getBoolValue()) : number(value.getNumberValue()));
        } else if (raw == String.class && value.hasStructValue()) {
            return text(json(value));
        }
        return value;
    }

    private static Value made(Type type, String key, String name) {
        Class<?> raw = Types.raw(type);
        if (raw == List.class) {
            return Value.newBuilder().setListValue(ListValue.newBuilder().addValues(made(Types.argument(type, 0), key, name))).build();
        } else if (raw == Either.class) {
            return made(Types.argument(type, 0), key, name);
        } else if (Types.isEnum(type)) {
            return text(Types.constants(raw).get(0));
        } else if (!Argument.of(raw).isEmpty()) {
            return Value.newBuilder().setStructValue(object(raw, Struct.getDefaultInstance(), name)).build();
        }
        return switch (raw.getSimpleName()) {
            case "Integer", "Double" -> Value.newBuilder().setNumberValue(1).build();
            case "Boolean" -> Value.newBuilder().setBoolValue(false).build();
            case "String", "Object" -> text(document(key, name));
            default -> Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build();
        };
    }

    private static String document(String key, String name) {
        String lower = key.toLowerCase(java.util.Locale.ROOT);
        return lower.endsWith("definitions") ? "[]"
                : lower.contains("policy") || lower.endsWith("definition") || lower.endsWith("configuration") ? "{}"
                : name + "-" + key;
    }

    private static String json(Value value) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no JSON can be made of " + value, e);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
