package dev.tandem.e2e.provider;

import com.pulumi.core.annotations.Import;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One argument of a resource, a function, or a nested object.
 *
 * @param type its Java type, without the output around it
 * @param json whether it travels as JSON text, as the provider's own structured arguments do
 */
record Argument(String name, Type type, boolean required, boolean json) {

    private static final Map<Class<?>, Map<String, Argument>> KNOWN = new ConcurrentHashMap<>();

    /** The arguments that a generated {@code …Args} class declares, by name; empty for any other class. Thread-safe. */
    static Map<String, Argument> of(Class<?> args) {
        return KNOWN.computeIfAbsent(args, Argument::read);
    }

    private static Map<String, Argument> read(Class<?> args) {
        Map<String, Argument> arguments = new LinkedHashMap<>();
        for (Field field : args.getDeclaredFields()) {
            Import declared = field.getAnnotation(Import.class);
            if (declared != null) {
                String name = declared.name().isEmpty() ? field.getName() : declared.name();
                arguments.put(name, new Argument(name, Types.inside(field.getGenericType()), declared.required(), declared.json()));
            }
        }
        return arguments;
    }
}
