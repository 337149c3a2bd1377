package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.core.Either;
import com.pulumi.resources.Resource;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds arguments against what the SDK's {@code …Args} classes declare, at every depth. Unknown values always pass. */
final class ArgumentCheck {

    private final List<Problem> problems = new ArrayList<>();

    private ArgumentCheck() {}

    /**
     * Checks a resource's or function's arguments.
     *
     * @param owner what they belong to, for messages, such as {@code aws:sqs/queue:Queue}
     * @return what is wrong with them, in the order of the arguments; empty when nothing is
     */
    static List<Problem> check(String owner, Class<?> argsClass, Struct given) {
        ArgumentCheck check = new ArgumentCheck();
        check.object(owner, argsClass, given, "");
        return check.problems;
    }

    private void object(String owner, Class<?> argsClass, Struct given, String path) {
        Map<String, Argument> declared = Argument.of(argsClass);
        given.getFieldsMap().forEach((name, value) -> {
            if (!declared.containsKey(name) && !name.startsWith("__")) {
                problem(path + name, "unknown argument '" + name + "', " + owner + " has " + new TreeSet<>(declared.keySet()));
            }
        });
        declared.forEach((name, argument) -> {
            Value value = given.getFieldsOrDefault(name, Value.getDefaultInstance());
            Value known = Values.reveal(value);
            if (!Values.isAbsent(known)) {
                value(argument.type(), known, path + name, Values.holdsSecret(value));
            } else if (argument.required()) {
                problem(path + name, "missing required argument '" + name + "' of " + owner + ", expected " + Types.words(argument.type()));
            }
        });
    }

    private void value(Type declared, Value value, String path, boolean secret) {
        if (Values.isUnknown(value) || Values.isAbsent(value)) {
            return;
        }
        Type type = Types.inside(declared);
        Class<?> raw = Types.raw(type);
        if (raw == List.class && value.hasListValue()) {
            for (int i = 0; i < value.getListValue().getValuesCount(); i++) {
                value(Types.argument(type, 0), value.getListValue().getValues(i), path + "[" + i + "]", secret);
            }
        } else if (raw == Map.class && value.hasStructValue()) {
            value.getStructValue().getFieldsMap()
                    .forEach((key, item) -> value(Types.argument(type, 1), item, path + "[\"" + key + "\"]", secret));
        } else if (raw == Either.class) {
            either(type, value, path, secret);
        } else if (value.hasStructValue() && !Argument.of(raw).isEmpty()) {
            object(raw.getSimpleName(), raw, value.getStructValue(), path + ".");
        } else if (!fits(type, raw, value)) {
            problem(path, "found " + words(value, secret) + ", expected " + Types.words(type));
        }
    }

    private void either(Type type, Value value, String path, boolean secret) {
        for (int side = 0; side < 2; side++) {
            ArgumentCheck attempt = new ArgumentCheck();
            attempt.value(Types.argument(type, side), value, path, secret);
            if (attempt.problems.isEmpty()) {
                return;
            }
        }
        problem(path, "found " + words(value, secret) + ", expected " + Types.words(type));
    }

    private static boolean fits(Type type, Class<?> raw, Value value) {
        if (Types.isEnum(type)) {
            return Types.constants(raw).contains(value.hasStringValue() ? value.getStringValue() : words(value, false));
        } else if (AssetOrArchive.class.isAssignableFrom(raw)) {
            return Values.isAssetOrArchive(value);
        } else if (Resource.class.isAssignableFrom(raw)) {
            return value.hasStringValue() || Values.isResourceReference(value);
        }
        return switch (raw.getSimpleName()) {
            case "String" -> value.hasStringValue();
            case "Integer" -> value.hasNumberValue() && value.getNumberValue() == Math.rint(value.getNumberValue());
            case "Double" -> value.hasNumberValue();
            case "Boolean" -> value.hasBoolValue();
            case "Object", "JsonElement" -> true;
            default -> value.hasStructValue() && Argument.of(raw).isEmpty() && raw != Map.class;
        };
    }

    private static String words(Value value, boolean secret) {
        String kind = switch (value.getKindCase()) {
            case STRING_VALUE -> "a string";
            case NUMBER_VALUE -> "a number";
            case BOOL_VALUE -> "a boolean";
            case LIST_VALUE -> "a list";
            default -> "an object";
        };
        return switch (value.getKindCase()) {
            case STRING_VALUE -> secret ? kind : kind + " (\"" + value.getStringValue() + "\")";
            case NUMBER_VALUE -> secret ? kind : kind + " (" + value.getNumberValue() + ")";
            case BOOL_VALUE -> secret ? kind : kind + " (" + value.getBoolValue() + ")";
            default -> kind;
        };
    }

    private void problem(String path, String reason) {
        problems.add(new Problem(path, reason));
    }
}
