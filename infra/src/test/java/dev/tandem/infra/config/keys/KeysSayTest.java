package dev.tandem.infra.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.infra.config.keys.Shape.Keyed;
import dev.tandem.infra.config.keys.Shape.Listed;
import dev.tandem.infra.config.keys.Shape.Named;
import dev.tandem.infra.config.keys.Shape.Whole;
import dev.tandem.infra.config.keys.Shape.WholeOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key says its default, the unit of a quantity, and what it does to the bill, be it nothing. */
class KeysSayTest {

    static List<Map.Entry<String, Key>> keys() {
        return StackFile.keys();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeySaysDefaultUnitAndCost(Map.Entry<String, Key> named) {
        Key key = named.getValue();
        Shape shape = key.shape();
        assertThat(key.meaning()).as("meaning of %s", named.getKey()).isNotBlank().endsWith(".");
        assertThat(key.isRequired() || key.initial() != null).as("default of %s", named.getKey()).isTrue();
        if (quantity(shape)) {
            assertThat(key.unit()).as("unit of %s: add .in(\"...\")", named.getKey()).isNotBlank();
        }
        boolean object = shape instanceof Keyed || shape instanceof Named each && each.value() instanceof Keyed;
        if (key.cost() == null) {
            assertThat(object).as("cost of %s: add .costs(\"...\"), or .free()", named.getKey()).isTrue();
        } else {
            assertThat(key.cost()).as("cost of %s", named.getKey()).isNotBlank();
        }
    }

    private static boolean quantity(Shape shape) {
        return shape instanceof Whole || shape instanceof WholeOf || shape instanceof Shape.Number
                || shape instanceof Listed list && quantity(list.item()) || shape instanceof Named named && quantity(named.value());
    }
}
