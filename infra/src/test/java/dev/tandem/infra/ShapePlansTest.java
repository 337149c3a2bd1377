package dev.tandem.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import dev.tandem.infra.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each shape makes in each region, a resource a line with its plain settings, so that a change of a component shows
 * where it arrives. Policies, container definitions and what only AWS knows are left to the components' own plans. After a
 * wanted change: {@code -Dgolden.update=true}, and read the difference.
 */
class ShapePlansTest {

    /** Longer texts are documents; they would hide the line. */
    private static final int LONGEST = 90;

    @AfterEach
    void cleanUp() {
        PulumiTest.cleanup();
    }

    @ParameterizedTest
    @CsvSource({"default, eu-central-1", "default, eu-west-1", "minimal, eu-central-1", "minimal, eu-west-1",
            "resilient, eu-central-1", "resilient, eu-west-1", "adopting, eu-central-1", "adopting, eu-west-1"})
    void makes(String shape, String region) throws IOException {
        MockedProgram program = new MockedProgram();
        String file = shape.equals("default") ? Yaml.text(region) : Yaml.example(shape, region);
        program.run(region, region.equals("eu-west-1") ? MockedProgram.PRIMARY : Map.of(), Yaml.config(file, ""));
        String plan = program.declared().entrySet().stream()
                .map(declared -> declared.getKey().replace("::", " ") + settings(declared.getValue()) + "\n")
                .sorted().collect(Collectors.joining());

        Path golden = Path.of("src", "test", "resources", "golden", "plans", shape + "-" + region + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, plan);
        }
        assertThat(golden).as("make it with -Dgolden.update=true").exists();
        assertThat(plan).as("what %s says", golden).isEqualTo(Files.readString(golden));
    }

    private static String settings(Mocks.ResourceArgs resource) {
        return new TreeMap<>(resource.inputs).entrySet().stream()
                .filter(setting -> isPlain(setting.getValue()) && setting.getValue().toString().length() <= LONGEST)
                .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
    }

    /** A list in its order, of texts, numbers and switches; an object's order is not the program's. */
    private static boolean isPlain(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().allMatch(ShapePlansTest::isPlain)
                : value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
