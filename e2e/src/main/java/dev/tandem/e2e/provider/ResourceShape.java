package dev.tandem.e2e.provider;

import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.ResourceType;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A resource type as the Java SDK declares it.
 *
 * @param token such as {@code aws:sqs/queue:Queue}
 * @param argsClass the class of its arguments
 * @param arguments what a program may set, by name
 * @param exports what the resource tells after it was created, by name; arguments are among them
 */
record ResourceShape(String token, Class<?> argsClass, Map<String, Argument> arguments, Map<String, Exported> exports) {

    /**
     * A property of the resource that a program can read.
     *
     * @param type its Java type, without the output around it
     * @param always whether it always has a value; if not, it may be missing when the program did not set it
     */
    record Exported(Type type, boolean always) {}

    private static final Map<String, Optional<ResourceShape>> KNOWN = new ConcurrentHashMap<>();

    /** The shape of a type, read on first use; empty when the SDK has no such type. Thread-safe. */
    static Optional<ResourceShape> of(String token) {
        return KNOWN.computeIfAbsent(token, ResourceShape::read);
    }

    /** The shapes that were asked for until now. */
    static Collection<Optional<ResourceShape>> seen() {
        return KNOWN.values();
    }

    private static Optional<ResourceShape> read(String token) {
        String className = SdkNames.className(token, "", "");
        try {
            Class<?> resource = SdkNames.load(className);
            ResourceType type = resource.getAnnotation(ResourceType.class);
            if (type == null || !type.type().equals(token)) {
                return Optional.empty();
            }
            Class<?> args = SdkNames.load(className + "Args");
            return Optional.of(new ResourceShape(token, args, Argument.of(args), exports(resource)));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Exported> exports(Class<?> resource) {
        Map<String, Exported> exports = new LinkedHashMap<>();
        for (Field field : resource.getDeclaredFields()) {
            Export export = field.getAnnotation(Export.class);
            if (export != null) {
                exports.put(export.name(), new Exported(Types.inside(field.getGenericType()), !isOptional(resource, field)));
            }
        }
        return exports;
    }

    /** The generated accessor, not the field, says whether a value may be missing: it returns an Output of an Optional. */
    private static boolean isOptional(Class<?> resource, Field field) {
        try {
            return Types.isOptional(resource.getMethod(field.getName()).getGenericReturnType());
        } catch (NoSuchMethodException e) {
            return true;
        }
    }
}
