package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.annotations.CustomType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values for computed outputs: of the right type, and of a form that fits the property's name. */
final class Plausible {

    private Plausible() {}

    /**
     * A value for a property.
     *
     * @param owner the type or function it belongs to, used in names
     * @param filled whether lists get an item: what AWS computes has one, what a program left out is empty
     */
    static Value value(String owner, String property, Type type, Place place, boolean filled) {
        Type inner = Types.inside(type);
        Class<?> raw = Types.raw(inner);
        if (raw == List.class) {
            return Values.of(filled ? List.of(value(owner, property, Types.argument(inner, 0), place, true)) : List.of());
        } else if (raw == Map.class) {
            return Values.of(Map.of());
        } else if (raw.isAnnotationPresent(CustomType.class)) {
            return Value.newBuilder().setStructValue(object(owner, raw, Struct.getDefaultInstance(), place)).build();
        } else if (Types.isEnum(inner)) {
            return Values.string(Types.constants(raw).get(0));
        }
        return switch (raw.getSimpleName()) {
            case "Integer", "Double" -> Values.of(1);
            case "Boolean" -> Values.of(false);
            default -> Values.string(text(owner, property, place));
        };
    }

    /** An object of a generated output class: what is given, and a value for everything else that it must have. */
    static Struct object(String owner, Class<?> outputClass, Struct given, Place place) {
        Struct.Builder object = given.toBuilder();
        for (Method setter : setters(outputClass)) {
            String name = name(setter);
            if (!object.containsFields(name) && !isNullable(setter) && !setter.isVarArgs()) {
                object.putFields(name, value(owner, name, setter.getGenericParameterTypes()[0], place, true));
            }
        }
        return object.build();
    }

    private static List<Method> setters(Class<?> outputClass) {
        return Arrays.stream(outputClass.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(CustomType.Builder.class))
                .flatMap(builder -> Arrays.stream(builder.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CustomType.Setter.class))
                .toList();
    }

    private static String name(Method setter) {
        String declared = setter.getAnnotation(CustomType.Setter.class).value();
        return declared.isEmpty() ? setter.getName() : declared;
    }

    private static boolean isNullable(Method setter) {
        for (Annotation annotation : setter.getParameterAnnotations()[0]) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }

    private static String text(String owner, String property, Place place) {
        String service = owner.split("[:/]")[1].toLowerCase(Locale.ROOT);
        String host = Template.hex(12) + "." + service + "." + place.region() + ".amazonaws.com";
        String lower = property.toLowerCase(Locale.ROOT);
        if (lower.endsWith("arn") || lower.endsWith("arns")) {
            return "arn:aws:" + service + ":" + place.region() + ":" + Place.ACCOUNT + ":" + property + "/" + Template.hex(12);
        } else if (lower.endsWith("ownerid") || lower.endsWith("accountid") || lower.equals("registryid") || lower.equals("owner")) {
            return Place.ACCOUNT;
        } else if (lower.endsWith("zoneid")) {
            return "Z0" + Template.hex(18).toUpperCase(Locale.ROOT);
        } else if (lower.endsWith("region")) {
            return place.region();
        } else if (lower.endsWith("url") || lower.endsWith("uri")) {
            return lower.equals("repositoryurl") ? Place.ACCOUNT + ".dkr.ecr." + place.region() + ".amazonaws.com/" : "https://" + host + "/";
        } else if (lower.contains("dns") || lower.contains("domain") || lower.contains("endpoint") || lower.contains("nameserver")) {
            return host;
        } else if (lower.contains("ipv6") && lower.contains("cidr")) {
            return "2a05:d014:1000:a00::/56";
        } else if (lower.contains("cidr")) {
            return "10.0.0.0/16";
        } else if (lower.endsWith("availabilityzone")) {
            return place.region() + "a";
        }
        return property + "-" + Template.hex(8);
    }
}
