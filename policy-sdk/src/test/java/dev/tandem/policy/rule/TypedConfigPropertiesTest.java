package dev.tandem.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever somebody writes into a configuration file is a configuration or a mistake with a text, never a crash. */
class TypedConfigPropertiesTest {

    enum Mode { ON, OFF }

    record Inner(long count, Optional<String> name) {}

    record Config(boolean flag, int number, double share, List<Inner> inner, Set<Mode> modes, Map<String, List<String>> named) {
        Config() {
            this(true, 1, 0.5, List.of(), Set.of(Mode.ON), Map.of());
        }
    }

    private static final Rule RULE = Rule.resource("any").summary("Any").config(Config.class).check((c, config) -> {});

    private static Arbitrary<Object> value(int depth) {
        Arbitrary<Object> leaf = Arbitraries.of(
                true, 0, -1, 3.5, 1e300, Double.NaN, "ON", "on", "", "name", Values.unknown(), Values.secret("s"), Values.of(null));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Object> inner = value(depth - 1);
        return Arbitraries.oneOf(
                leaf, inner.list().ofMaxSize(3).map(l -> (Object) l), fields(inner).map(m -> (Object) m));
    }

    private static Arbitrary<Map<String, Object>> fields(Arbitrary<Object> values) {
        return Arbitraries.maps(
                        Arbitraries.of("flag", "number", "share", "inner", "modes", "named", "count", "name", "undecided", "other"),
                        values)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Map<String, Object>> configurations() {
        return fields(value(3));
    }

    @net.jqwik.api.Property(tries = 300)
    void aConfigurationIsReadOrRefusedWithAText(@ForAll("configurations") Map<String, Object> config) {
        try {
            RULE.configReader().accept(Property.root(Values.fields(config)));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("configuration of rule 'any': ").hasMessageMatching("(?s).*(expected|unknown).*");
        }
    }
}
