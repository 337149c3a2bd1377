package dev.tandem.e2e.provider;

import com.pulumi.core.Either;
import com.pulumi.core.annotations.CustomType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the SDK's classes declare of a resource type's properties, at every depth. Names are Pulumi's. */
public final class SdkTypes {

    private SdkTypes() {}

    /** What a single value is. */
    public enum Scalar {
        TEXT, NUMBER, TRUTH
    }

    /** What a program may set of a resource type; empty when the SDK has no such type. */
    public static Optional<Map<String, Type>> arguments(String token) {
        return ResourceShape.of(token).map(shape -> arguments(shape.argsClass()));
    }

    /** What a program may read of a resource type. */
    public static Map<String, Type> outputs(String token) {
        Map<String, Type> outputs = new LinkedHashMap<>();
        ResourceShape.of(token).ifPresent(shape -> shape.exports().forEach((name, exported) -> outputs.put(name, exported.type())));
        return outputs;
    }

    /** What a nested object of arguments holds; nothing when the type is no such object. */
    public static Map<String, Type> arguments(Type type) {
        Map<String, Type> arguments = new LinkedHashMap<>();
        Argument.of(Types.raw(innermost(type))).forEach((name, argument) -> arguments.put(name, argument.type()));
        return arguments;
    }

    /** What a nested object of outputs holds; nothing when the type is no such object. */
    public static Map<String, Type> outputs(Type type) {
        Map<String, Type> outputs = new LinkedHashMap<>();
        setters(Types.raw(innermost(type))).forEach(setter -> {
            String declared = setter.getAnnotation(CustomType.Setter.class).value();
            if (!setter.isVarArgs()) {
                outputs.put(declared.isEmpty() ? setter.getName() : declared, setter.getGenericParameterTypes()[0]);
            }
        });
        return outputs;
    }

    public static boolean isList(Type type) {
        return Types.raw(Types.inside(type)) == List.class;
    }

    /** The type of a list's or map's items; of anything else the type itself. */
    public static Type item(Type type) {
        Type inner = Types.inside(type);
        return isList(inner) ? Types.argument(inner, 0) : Types.raw(inner) == Map.class ? Types.argument(inner, 1) : inner;
    }

    public static Scalar scalar(Type type) {
        Class<?> raw = Types.raw(innermost(type));
        return raw == Boolean.class ? Scalar.TRUTH : raw == Integer.class || raw == Double.class ? Scalar.NUMBER : Scalar.TEXT;
    }

    /** Of a choice between a reference or an enum and plain values, the side that is written. */
    private static Type innermost(Type type) {
        Type inner = Types.inside(type);
        return Types.raw(inner) == Either.class ? innermost(Types.argument(inner, 0)) : inner;
    }

    private static Stream<Method> setters(Class<?> outputs) {
        return Arrays.stream(outputs.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(CustomType.Builder.class))
                .flatMap(builder -> Arrays.stream(builder.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CustomType.Setter.class));
    }
}
