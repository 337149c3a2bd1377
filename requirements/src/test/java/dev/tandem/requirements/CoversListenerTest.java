package dev.tandem.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tandem.requirements.Covers.Evidence;
import dev.tandem.requirements.trace.Cover;
import dev.tandem.requirements.trace.CoverFiles;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs small test classes on a JUnit platform of their own and looks at what the listener wrote. */
class CoversListenerTest {

    @TempDir
    Path root;

    @Test
    void recordsPassingTestsOnly() {
        assertThat(run(Mixed.class)).containsExactly(
            new Cover("R1.1", Mixed.class.getName() + "#passes", Evidence.SIMULATED, "envoy"),
            new Cover("R1.2", Mixed.class.getName() + "#passes", Evidence.SIMULATED, "envoy"));
    }

    @Test
    void dropsMethodWithOneFailingInvocation() {
        assertThat(run(Parameters.class)).extracting(Cover::shortTest)
            .containsExactly("CoversListenerTest.Parameters.allHold");
    }

    @Test
    void dropsClassWhoseTearDownFails() {
        assertThat(run(BadTearDown.class)).isEmpty();
    }

    @Test
    void inheritsFromClassOverriddenMethodAndEnclosingClass() {
        assertThat(run(Child.class)).extracting(Cover::criterion, Cover::shortTest).containsExactly(
            tuple("R2.1", "CoversListenerTest.Child"),
            tuple("R2.2", "CoversListenerTest.Child.overridden"));
        assertThat(run(Outer.class)).extracting(Cover::criterion, Cover::shortTest)
            .containsExactly(tuple("R2.3", "CoversListenerTest.Outer"));
    }

    @Test
    void recordsDynamicTestsUnderTheirFactory() {
        assertThat(run(Factory.class)).extracting(Cover::criterion, Cover::shortTest)
            .containsExactly(tuple("R2.4", "CoversListenerTest.Factory.tests"));
    }

    /** Fixtures must not be recorded by the listener of the run that this test is itself part of. */
    private SortedSet<Cover> run(Class<?> fixture) {
        Path module = root.resolve(fixture.getSimpleName());
        LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new CoversListener(module.resolve("m/target/covers")))
                .build())
            .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(fixture)).build());
        return CoverFiles.read(module);
    }

    static class Mixed {
        @Test
        @Covers(value = {"R1.1", "R1.2"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
        void passes() {
        }

        @Test
        @Covers("R1.3")
        void fails() {
            Assertions.fail("on purpose");
        }

        @Test
        @Covers("R1.4")
        void isSkipped() {
            Assumptions.abort("on purpose");
        }

        @Test
        @Disabled("on purpose")
        @Covers("R1.5")
        void isDisabled() {
        }

        @Test
        void coversNothing() {
        }
    }

    static class Parameters {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        @Covers("R3.1")
        void allHold(int number) {
            Assertions.assertTrue(number > 0);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        @Covers("R3.2")
        void oneFails(int number) {
            Assertions.assertNotEquals(2, number);
        }
    }

    static class BadTearDown {
        @Test
        @Covers("R4.1")
        void passes() {
        }

        @AfterAll
        static void breaks() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Covers("R2.1")
    static class Parent {
        @Test
        @Covers("R2.2")
        void overridden() {
        }
    }

    static class Child extends Parent {
        @Test
        @Override
        void overridden() {
        }
    }

    @Covers("R2.3")
    static class Outer {
        @Nested
        class Inner {
            @Test
            void passes() {
            }
        }
    }

    static class Factory {
        @TestFactory
        @Covers("R2.4")
        Stream<DynamicTest> tests() {
            return Stream.of(DynamicTest.dynamicTest("one", () -> { }));
        }
    }
}
