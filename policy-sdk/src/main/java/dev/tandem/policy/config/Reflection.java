package dev.tandem.policy.config;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/** Records by reflection; what their constructors throw comes through. */
final class Reflection {

    private Reflection() {}

    /** What the record's constructor without parameters makes; null when it has none. */
    static Object defaults(Class<?> type) {
        try {
            return make(type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    static Object canonical(Class<?> type, Object[] components) {
        try {
            return make(
                    type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new)),
                    components);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record " + type.getName() + " has no canonical constructor", e);
        }
    }

    static Object get(RecordComponent component, Object record) {
        try {
            open(component.getAccessor(), record.getClass());
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("component '" + component.getName() + "' of " + record.getClass().getName()
                    + " cannot be read: " + e, e);
        }
    }

    private static void open(AccessibleObject member, Class<?> record) {
        if (!member.trySetAccessible()) {
            throw new IllegalArgumentException("record " + record.getName() + " is closed to this library, expected 'opens "
                    + record.getPackageName() + ";' in its module");
        }
    }

    private static Object make(Constructor<?> constructor, Object... arguments) {
        try {
            open(constructor, constructor.getDeclaringClass());
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("record " + constructor.getDeclaringClass().getName()
                    + " cannot be made: " + e, e);
        }
    }
}
