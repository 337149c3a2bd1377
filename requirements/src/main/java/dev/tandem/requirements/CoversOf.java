package dev.tandem.requirements;

import dev.tandem.requirements.trace.Cover;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds what {@link Covers} says about a test method: on it, on what it overrides, on its class and those around it. */
final class CoversOf {

    private CoversOf() {
    }

    static List<Cover> method(Class<?> type, Method method) {
        List<Cover> covers = new ArrayList<>();
        String name = type.getName() + "#" + method.getName();
        onMethod(type, method).ifPresent(found -> add(covers, found, name));
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            String holder = at.getName();
            AnnotationSupport.findAnnotation(at, Covers.class).ifPresent(found -> add(covers, found, holder));
        }
        return covers;
    }

    private static Optional<Covers> onMethod(Class<?> type, Method method) {
        Optional<Covers> direct = AnnotationSupport.findAnnotation(method, Covers.class);
        for (Class<?> at = type; direct.isEmpty() && at != null; at = at.getSuperclass()) {
            direct = declared(at, method).flatMap(found -> AnnotationSupport.findAnnotation(found, Covers.class));
        }
        return direct;
    }

    private static Optional<Method> declared(Class<?> type, Method like) {
        try {
            return Optional.of(type.getDeclaredMethod(like.getName(), like.getParameterTypes()));
        } catch (NoSuchMethodException absent) {
            return Optional.empty();
        }
    }

    private static void add(List<Cover> covers, Covers found, String test) {
        for (String criterion : found.value()) {
            covers.add(new Cover(criterion, test, found.evidence(), found.meshBackend()));
        }
    }
}
