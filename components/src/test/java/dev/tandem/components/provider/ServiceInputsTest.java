package dev.tandem.components.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.provider.internal.properties.PropertyValue;
import dev.tandem.components.service.DaytimeFloor;
import dev.tandem.components.service.MeshServiceArgs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the package takes for a service, against what a service is made from in Java: an argument is taken, or named here and on the page. */
class ServiceInputsTest {

    /** Arguments that the package does not have. */
    private static final Set<String> JAVA_ONLY =
            Set.of("latencySlo", "outbox", "rollout", "sagas", "scaling", "staging", "subscriptions", "tableHome", "tokens");

    private static final Map<String, List<String>> OTHER_NAMES =
            Map.of("name", List.of("service"), "size", List.of("cpu", "memory"), "daytimeFloor", List.of("daytime"));

    /** Inputs that are no arguments of a service, but where it is and with whom. */
    private static final List<String> SURROUNDINGS = List.of("foundation", "foundationRef", "otherPaths", "calls", "trustDomain");

    private static List<String> arguments() {
        return Arrays.stream(MeshServiceArgs.class.getRecordComponents()).map(component -> component.getName()).toList();
    }

    @Test
    void everyArgumentIsTakenOrNamedAsMissing() {
        assertThat(arguments()).containsAll(JAVA_ONLY).containsAll(OTHER_NAMES.keySet());
        Stream<String> expected = Stream.concat(SURROUNDINGS.stream(), arguments().stream()
                .filter(argument -> !JAVA_ONLY.contains(argument))
                .flatMap(argument -> OTHER_NAMES.getOrDefault(argument, List.of(argument)).stream()));

        assertThat(Properties.SERVICE_INPUTS).extracting(Property::name).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void theDayIsTakenWholeWithItsLimitOutside() {
        assertThat(Properties.DAYTIME).extracting(Property::name).containsExactlyElementsOf(
                Arrays.stream(DaytimeFloor.class.getRecordComponents())
                        .map(part -> part.getName().equals("outside") ? "maxTasksOutside" : part.getName()).toList());
        Map<String, PropertyValue> day = new HashMap<>(Map.of("tasks", PropertyValue.of(3), "fromHour", PropertyValue.of(7),
                "toHour", PropertyValue.of(21), "zone", PropertyValue.of("Europe/Berlin")));
        assertThat(daytime(day)).isEqualTo(new DaytimeFloor(3, 7, 21, ZoneId.of("Europe/Berlin")));
        day.put("maxTasksOutside", PropertyValue.of(2));
        assertThat(daytime(day)).isEqualTo(new DaytimeFloor(3, 7, 21, ZoneId.of("Europe/Berlin"), Optional.of(2)));
    }

    private static DaytimeFloor daytime(Map<String, PropertyValue> given) {
        return Constructed.daytime(new Inputs("daytime", Properties.DAYTIME, Given.of(PropertyValue.of(given))));
    }

    @Test
    void thePageSaysWhatIsMissing() throws IOException {
        String page = Files.readString(Path.of("../docs/component-package.md"));
        List<String> rows = page.lines().map(String::strip).filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1]).toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(JAVA_ONLY);
    }
}
