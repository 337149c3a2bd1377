package dev.tandem.components.program;

import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.InputArgs;
import com.pulumi.resources.ResourceTransformation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Hands an input that is made of several outputs to the SDK when all of them are there, and changes nothing else: what is
 * unknown, secret or depended upon stays so, part by part.
 *
 * <p>The SDK (seen in 1.36.1) collects the dependencies of an input in one {@code HashSet}, to which each output adds its own
 * on whatever thread it arrives. Two that arrive at once lose a dependency, or end the program with a
 * {@code NullPointerException} in {@code DeploymentImpl}: about once in 100,000 such pairs on two cores. Outputs that are
 * there already are added one after the other. Thread-safe.
 */
public final class SettledInputs implements ResourceTransformation {

    @Override
    public Optional<Result> apply(Args args) {
        settle(args.args());
        return Optional.empty();
    }

    static void settle(InputArgs args) {
        imports(args.getClass()).forEach(field -> settle(args, field));
    }

    private static void settle(InputArgs args, Field field) {
        Object value = read(field, args);
        List<CompletableFuture<?>> awaited = awaited(value);
        if (value instanceof Output<?> output && awaited.size() > 1) {
            try {
                field.set(args, after(awaited, output));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(field + " can be read, and not be written", e);
            }
        }
    }

    private static <T> Output<T> after(List<CompletableFuture<?>> awaited, Output<T> output) {
        return new OutputInternal<>(ContextAwareCompletableFuture.wrap(all(awaited))
                .thenCompose(done -> Internal.of(output).getDataAsync()));
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    /** What is still to come within a value. */
    private static List<CompletableFuture<?>> awaited(Object value) {
        List<CompletableFuture<?>> found = new ArrayList<>();
        if (value instanceof Output<?> output) {
            return awaited(output);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> found.addAll(awaited(inner)));
        } else if (value instanceof Either<?, ?> either) {
            either.either(left -> found.addAll(awaited(left)), right -> found.addAll(awaited(right)));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> found.addAll(awaited(item)));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> found.addAll(awaited(item)));
        } else if (value instanceof InputArgs nested) {
            imports(nested.getClass()).forEach(field -> found.addAll(awaited(read(field, nested))));
        }
        return found;
    }

    private static List<CompletableFuture<?>> awaited(Output<?> output) {
        CompletableFuture<? extends OutputData<?>> data = Internal.of(output).getDataAsync();
        return data.isDone() && !data.isCompletedExceptionally()
                ? awaited(data.join().getValueNullable())
                : List.of(data.thenCompose(there -> all(awaited(there.getValueNullable()))));
    }

    private static List<Field> imports(Class<?> args) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = args; type != InputArgs.class && type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Import.class)) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static Object read(Field field, InputArgs args) {
        try {
            return field.get(args);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
