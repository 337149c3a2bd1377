package dev.tandem.policy.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** The fields of an object are a map like any other, in the order they were given. */
class FieldMapPropertyTest {

    @Property(tries = 300)
    void isTheMapItWasMadeOf(
            @ForAll @Size(max = 20) List<@StringLength(max = 3) String> names, @ForAll @StringLength(max = 3) String other) {
        Map<String, Integer> plain = new LinkedHashMap<>();
        names.forEach(name -> plain.put(name, name.hashCode()));
        isThatMap(FieldMap.copyOf(plain), plain, names, other);
    }

    @Property(tries = 300)
    void orOfSortedNames(
            @ForAll @Size(max = 40) List<@StringLength(max = 3) String> names, @ForAll @StringLength(max = 3) String other) {
        Map<String, Integer> plain = new LinkedHashMap<>();
        names.stream().sorted().forEach(name -> plain.put(name, name.hashCode()));
        String[] sorted = plain.keySet().toArray(new String[0]);
        isThatMap(FieldMap.sorted(sorted, plain.values().toArray(new Integer[0])), plain, names, other);
    }

    private static void isThatMap(Map<String, Integer> made, Map<String, Integer> plain, List<String> names, String other) {
        assertThat(made).isEqualTo(plain).hasSameHashCodeAs(plain).hasSize(plain.size());
        assertThat(plain).isEqualTo(made);
        assertThat(new ArrayList<>(made.keySet())).isEqualTo(new ArrayList<>(plain.keySet()));
        List<String> seen = new ArrayList<>();
        made.forEach((name, value) -> seen.add(name));
        assertThat(seen).isEqualTo(new ArrayList<>(plain.keySet()));
        names.forEach(name -> assertThat(made.get(name)).isEqualTo(plain.get(name)));
        assertThat(made.containsKey(17)).isFalse();
        assertThat(made.containsKey(other)).isEqualTo(plain.containsKey(other));
        assertThat(made.get(other)).isEqualTo(plain.get(other));
        assertThatThrownBy(() -> made.put(other, 1)).isInstanceOf(UnsupportedOperationException.class);
        plain.clear();
        assertThat(made).hasSize((int) names.stream().distinct().count());
    }
}
