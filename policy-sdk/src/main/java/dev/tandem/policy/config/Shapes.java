package dev.tandem.policy.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shape of each Java type that a configuration may have. */
final class Shapes {

    private static final Map<Class<?>, Shape> SCALARS = Map.ofEntries(
            Map.entry(boolean.class, Scalar.BOOL), Map.entry(Boolean.class, Scalar.BOOL),
            Map.entry(int.class, Scalar.INT), Map.entry(Integer.class, Scalar.INT),
            Map.entry(long.class, Scalar.LONG), Map.entry(Long.class, Scalar.LONG),
            Map.entry(double.class, Scalar.DOUBLE), Map.entry(Double.class, Scalar.DOUBLE),
            Map.entry(String.class, Scalar.TEXT));

    private Shapes() {}

    /** @throws IllegalArgumentException naming the component whose type has no JSON form */
    static RecordShape record(Class<?> type, List<Class<?>> around) {
        if (around.contains(type)) {
            throw new IllegalArgumentException("record " + type.getSimpleName() + " holds itself, expected a finite one");
        }
        List<Class<?>> inside = new ArrayList<>(around);
        inside.add(type);
        Object defaults = Reflection.defaults(type);
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String place = type.getSimpleName() + "." + component.getName();
            boolean optional = component.getType() == Optional.class;
            Type content = optional ? argument(component.getGenericType(), 0) : component.getGenericType();
            fields.add(Field.of(component, of(content, place, inside), optional, defaults));
        }
        return new RecordShape(type, fields);
    }

    private static Shape of(Type type, String place, List<Class<?>> around) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Set.class) {
                return new Many(of(argument(type, 0), place, around), true);
            } else if (raw == List.class || raw == Collection.class) {
                return new Many(of(argument(type, 0), place, around), false);
            } else if (raw == Map.class && argument(type, 0) == String.class) {
                return new Named(of(argument(type, 1), place, around));
            }
        } else if (type instanceof Class<?> plain) {
            if (SCALARS.containsKey(plain)) {
                return SCALARS.get(plain);
            } else if (plain.isEnum()) {
                return new Choice(plain);
            } else if (plain.isRecord()) {
                return record(plain, around);
            }
        }
        throw new IllegalArgumentException("component " + place + " is a " + type.getTypeName()
                + ", expected boolean, int, long, double, String, an enum, a record, or List, Set, Map<String, …> or"
                + " Optional of these");
    }

    private static Type argument(Type type, int position) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[position] : Object.class;
    }
}
