package dev.tandem.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The committed inputs, each time; {@link FuzzTest} looks for new ones. */
class FuzzSeedsTest {

    @ParameterizedTest
    @EnumSource
    void everySeedPasses(Target target) throws Exception {
        assertThat(target.seedFiles()).isNotEmpty();
        Method one = target.code.getMethod("fuzzerTestOneInput", byte[].class);
        for (Path seed : target.seedFiles()) {
            one.invoke(null, (Object) Files.readAllBytes(seed));
        }
    }
}
