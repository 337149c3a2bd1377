package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What differs between a resource's inputs before and now.
 *
 * @param changed the arguments that differ, sorted
 * @param replacing those among them that cannot be changed on a resource that exists
 * @param deleteFirst whether the old resource must go before the new one comes: they would have the same name
 */
public record Differences(List<String> changed, List<String> replacing, boolean deleteFirst) {

    /** What another judge of a resource's inputs found different, with what Pulumi itself adds. */
    public static Differences found(String urn, Collection<String> changed, Collection<String> replacing, Struct old, Struct now) {
        return of(changed, replacing, old, now, TypeFacts.of(Resources.shape(urn)));
    }

    static Differences between(Struct old, Struct now, List<String> ignored, TypeFacts facts) {
        TreeSet<String> names = new TreeSet<>(old.getFieldsMap().keySet());
        names.addAll(now.getFieldsMap().keySet());
        List<String> changed = names.stream()
                .filter(name -> !name.startsWith("__") && !ignored.contains(name))
                .filter(name -> !value(old, name).equals(value(now, name)))
                .toList();
        return of(changed, changed.stream().filter(facts::replaces).toList(), old, now, facts);
    }

    private static Differences of(Collection<String> changed, Collection<String> replacing, Struct old, Struct now, TypeFacts facts) {
        String name = facts.uniqueName(now);
        return new Differences(List.copyOf(changed), List.copyOf(replacing),
                !replacing.isEmpty() && name != null && name.equals(facts.uniqueName(old)));
    }

    /** Without secrecy; an argument that is null is one that is not there. */
    private static Value value(Struct inputs, String name) {
        Value value = Values.reveal(inputs.getFieldsOrDefault(name, Value.getDefaultInstance()));
        return Values.isAbsent(value) ? Value.getDefaultInstance() : value;
    }
}
