package dev.tandem.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tandem.requirements.trace.Cover;
import dev.tandem.requirements.trace.CoverFiles;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Properties are another engine's tests; the listener must see them all the same. */
class JqwikCoversTest {

    @TempDir
    Path root;

    @Test
    void recordsPropertiesThatHold() {
        LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new CoversListener(root.resolve("m/target/covers")))
                .build())
            .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Numbers.class)).build());
        assertThat(CoverFiles.read(root)).extracting(Cover::criterion, Cover::shortTest)
            .containsExactly(tuple("R5.1", "JqwikCoversTest.Numbers.holds"));
    }

    static class Numbers {
        @Property(tries = 10)
        @Covers("R5.1")
        boolean holds(@ForAll int number) {
            return number == number + 0;
        }

        @Property(tries = 10, shrinking = ShrinkingMode.OFF)
        @Covers("R5.2")
        boolean fails(@ForAll int number) {
            return false;
        }
    }
}
