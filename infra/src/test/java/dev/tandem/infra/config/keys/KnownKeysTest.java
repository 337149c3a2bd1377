package dev.tandem.infra.config.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tandem.infra.config.ConfigReader;
import dev.tandem.infra.config.InvalidConfig;
import dev.tandem.infra.config.Problem;
import dev.tandem.infra.config.Yaml;
import dev.tandem.infra.config.keys.Shape.Keyed;
import dev.tandem.infra.config.keys.Shape.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of keys has exactly the keys that the reader asks for, in every object. */
class KnownKeysTest {

    static List<Map.Entry<String, List<String>>> objects() {
        List<Map.Entry<String, List<String>>> objects = new ArrayList<>();
        objects.add(Map.entry("tandem:", names(StackKeys.ALL)));
        for (Map.Entry<String, Key> key : StackFile.keys()) {
            if (key.getValue().shape() instanceof Keyed keyed) {
                objects.add(Map.entry(key.getKey() + ".", names(keyed.keys())));
            } else if (key.getValue().shape() instanceof Named named && named.value() instanceof Keyed keyed) {
                objects.add(Map.entry(key.getKey() + "." + StackFile.name(named) + ".", names(keyed.keys())));
            }
        }
        return objects;
    }

    private static List<String> names(List<Key> keys) {
        return keys.stream().map(Key::name).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void theReaderKnowsTheKeysOfTheCatalogueAndNoOthers(Map.Entry<String, List<String>> object) {
        String config = Yaml.config(StackFile.with(object.getKey() + "zzzzzz", "1"), "");
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read("eu-central-1", config, "[]"));
        assertThat(refused).isNotNull();
        Problem unknown = refused.problems().stream()
                .filter(problem -> problem.key().equals(object.getKey() + "zzzzzz")).findFirst().orElseThrow();
        List<String> known = List.of(unknown.expected().replaceFirst("^one of ", "").split(", "));
        assertThat(known.stream().filter(key -> !key.equals("zzzzzz")).sorted().toList()).isEqualTo(object.getValue());
    }
}
