package dev.tandem.policy.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as lines of text, a type followed by its public and protected members, indented and sorted. */
final class ApiText {

    private ApiText() {}

    static List<String> of(List<Class<?>> types) {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : types) {
            lines.add(header(type));
            Stream.of(
                            Stream.of(type.getDeclaredConstructors()).filter(ApiText::isPromised).map(Constructor::toGenericString),
                            Stream.of(type.getDeclaredMethods()).filter(ApiText::isPromised).map(Method::toGenericString),
                            Stream.of(type.getDeclaredFields()).filter(ApiText::isPromised).map(Field::toGenericString))
                    .flatMap(s -> s)
                    .sorted()
                    .forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static boolean isPromised(Member member) {
        return isVisible(member.getModifiers()) && !member.isSynthetic();
    }

    /** Not Class.toGenericString, which newer JDKs word differently. */
    private static String header(Class<?> type) {
        String kind = type.isAnnotation() ? "@interface" : type.isRecord() ? "record" : type.isEnum() ? "enum"
                : type.isInterface() ? "interface" : "class";
        boolean implied = type.isInterface() || type.isEnum() || type.isRecord();
        String modifiers = Stream.of(
                        Modifier.isAbstract(type.getModifiers()) && !implied ? "abstract " : "",
                        type.isSealed() ? "sealed " : "",
                        Modifier.isFinal(type.getModifiers()) && !implied ? "final " : "")
                .collect(Collectors.joining());
        String parameters = type.getTypeParameters().length == 0 ? "" : Stream.of(type.getTypeParameters())
                .map(ApiText::parameter).collect(Collectors.joining(", ", "<", ">"));
        List<Type> above = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null && !implied && type.getGenericSuperclass() != Object.class) {
            above.add(0, type.getGenericSuperclass());
        }
        return modifiers + kind + " " + type.getName() + parameters
                + (above.isEmpty() ? "" : above.stream().map(Type::getTypeName).collect(Collectors.joining(", ", " : ", "")));
    }

    private static String parameter(TypeVariable<?> variable) {
        return variable.getName() + " extends "
                + Stream.of(variable.getBounds()).map(Type::getTypeName).collect(Collectors.joining(" & "));
    }
}
