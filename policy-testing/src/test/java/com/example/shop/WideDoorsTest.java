package com.example.shop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.testing.RuleTester;
import dev.tandem.policy.testing.TestResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WideDoorsTest {

    private final RuleTester tester = RuleTester.of(WideDoors.WIDE);
    private final TestResource door = TestResource.of("shop:index:Door", "front").with("width", 85);

    @Test
    void doorsAreWideEnough() {
        tester.on(door).assertClean();
        tester.config(new WideDoors.Limits(90, List.of(), Optional.empty())).on(door).assertViolatesOnce("expected 90 cm");
        tester.config(Map.of("minimum", 86)).on(door).assertViolatesAt("width");
        tester.on(door.withUnknown("width")).assertUndecided("width");
    }

    @Test
    void aMistakeInTheConfigurationIsTold() {
        assertThatThrownBy(() -> tester.config(Map.of("colours", List.of("GREEN", "PINK"))))
                .hasMessage("configuration of rule 'wide-door': colours[1] = \"PINK\", expected one of GREEN, RED");
        assertThatThrownBy(() -> tester.config(Map.of("minimum", 0)))
                .hasMessageStartingWith("configuration of rule 'wide-door': minimum: ");
    }
}
