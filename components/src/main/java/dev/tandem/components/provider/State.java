package dev.tandem.components.provider;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.OutputReference;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Collects a component's outputs for the engine: values with their secrecy, unknowns as unknown, and what each depends on. */
final class State {

    private final Map<String, CompletableFuture<Value>> values = new LinkedHashMap<>();

    /** A value on its way to the engine. */
    private record Value(PropertyValue value, Set<String> dependencies) {}

    /** What all is: the state, and the URNs that each property depends on. */
    record Complete(Map<String, PropertyValue> state, Map<String, Set<String>> dependencies) {}

    State text(String name, String value) {
        values.put(name, CompletableFuture.completedFuture(new Value(PropertyValue.of(value), Set.of())));
        return this;
    }

    State output(String name, Output<String> output) {
        values.put(name, value(output));
        return this;
    }

    State outputs(String name, List<Output<String>> outputs) {
        List<CompletableFuture<Value>> all = outputs.stream().map(State::value).toList();
        values.put(name, all(all).thenApply(done -> {
            Set<String> urns = new TreeSet<>();
            List<PropertyValue> out = new ArrayList<>();
            done.forEach(v -> {
                urns.addAll(v.dependencies());
                out.add(v.value());
            });
            return new Value(PropertyValue.of(out), urns);
        }));
        return this;
    }

    State outputMap(String name, Map<String, Output<String>> outputs) {
        State inner = new State();
        new TreeMap<>(outputs).forEach(inner::output);
        values.put(name, inner.object());
        return this;
    }

    /** All so far once more, as one object. */
    State andAllAs(String name) {
        values.put(name, object());
        return this;
    }

    CompletableFuture<Complete> complete() {
        return all(List.copyOf(values.values())).thenApply(done -> {
            Map<String, PropertyValue> state = new TreeMap<>();
            Map<String, Set<String>> dependencies = new TreeMap<>();
            values.forEach((name, value) -> {
                state.put(name, value.join().value());
                dependencies.put(name, value.join().dependencies());
            });
            return new Complete(state, dependencies);
        });
    }

    private CompletableFuture<Value> object() {
        Map<String, CompletableFuture<Value>> parts = new LinkedHashMap<>(values);
        return all(List.copyOf(parts.values())).thenApply(done -> {
            Set<String> urns = new TreeSet<>();
            Map<String, PropertyValue> out = new TreeMap<>();
            parts.forEach((name, part) -> {
                urns.addAll(part.join().dependencies());
                out.put(name, part.join().value());
            });
            return new Value(PropertyValue.of(out), urns);
        });
    }

    private static CompletableFuture<Value> value(Output<String> output) {
        return Internal.of(output).getDataAsync().thenCompose(data -> urns(data).thenApply(urns -> {
            PropertyValue bare = data.isKnown() && data.getValueNullable() != null
                    ? PropertyValue.of(data.getValueNullable()) : data.isKnown() ? PropertyValue.NULL : null;
            PropertyValue value = bare != null && urns.isEmpty()
                    ? bare : PropertyValue.of(new OutputReference(bare, urns));
            return new Value(data.isSecret() ? PropertyValue.ofSecret(value) : value, urns);
        }));
    }

    private static CompletableFuture<Set<String>> urns(OutputData<String> data) {
        List<CompletableFuture<String>> urns = new ArrayList<>();
        for (Resource resource : data.getResources()) {
            OutputInternal<String> urn = Internal.of(resource.urn());
            urns.add(urn.getValueNullable());
        }
        return all(urns).thenApply(done -> {
            Set<String> out = new TreeSet<>(done);
            return out;
        });
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(done -> parts.stream().map(CompletableFuture::join).toList());
    }
}
