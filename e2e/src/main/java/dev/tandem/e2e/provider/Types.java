package dev.tandem.e2e.provider;

import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.EnumType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions about the Java types that the SDK's generated classes declare. */
final class Types {

    private Types() {}

    /** The class of a type, without its arguments. */
    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    /** The type without an Output or Optional around it. */
    static Type inside(Type type) {
        return raw(type) == Output.class || raw(type) == Optional.class ? inside(argument(type, 0)) : type;
    }

    /** Whether a value may be missing: the type is an Optional, or an Output of one. */
    static boolean isOptional(Type type) {
        return raw(type) == Optional.class || raw(type) == Output.class && isOptional(argument(type, 0));
    }

    static boolean isEnum(Type type) {
        return raw(type).isAnnotationPresent(EnumType.class);
    }

    /** The values an enum of the SDK stands for, as text. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Types::constant).toList();
    }

    private static String constant(Object constant) {
        try {
            return String.valueOf(constant.getClass().getMethod("getValue").invoke(constant));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constant.getClass() + " is no enum of the SDK: it has no getValue()", e);
        }
    }

    /** In words, for messages: {@code a list of strings}. */
    static String words(Type type) {
        Type inner = inside(type);
        Class<?> raw = raw(inner);
        if (raw == List.class) {
            return "a list of " + words(argument(inner, 0)).replaceFirst("^an? ", "") + "s";
        } else if (raw == Map.class) {
            return "a map of " + words(argument(inner, 1)).replaceFirst("^an? ", "") + "s";
        } else if (raw == Either.class) {
            return words(argument(inner, 0)) + " or " + words(argument(inner, 1));
        } else if (isEnum(inner)) {
            return constants(raw).stream().collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (raw.getSimpleName()) {
            case "String" -> "a string";
            case "Integer" -> "an integer";
            case "Double" -> "a number";
            case "Boolean" -> "a boolean";
            case "Object", "JsonElement" -> "any value";
            case "Archive", "AssetOrArchive", "Asset" -> "an asset or archive";
            default -> "an object (" + raw.getSimpleName() + ")";
        };
    }
}
