package dev.tandem.ops.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.mesh.route.RateLimit;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.requirements.Covers;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RollbackTest {

    private static final RouteDocument DECLARED = RouteDocument.builder("auth").in("prod", "prod.example.org")
            .version("stable", 100, 1).version("canary", 0, 0).build();

    private final MemoryRoutes table = new MemoryRoutes();
    private final RouteOperations routes = table.operations();

    @AfterEach
    void stop() {
        table.close();
    }

    private long change(UnaryOperator<RouteDocument> edit) {
        return routes.applyWithoutLease(routes.plan("auth", edit, true), true, "anna", "");
    }

    private long rollback() {
        return routes.applyWithoutLease(routes.planRollback("auth", OptionalLong.empty()), true, "anna", "");
    }

    private RouteDocument live() {
        return routes.live("auth").document();
    }

    private static RouteDocument switched(RouteDocument document) {
        return RouteEdits.weights(document, Map.of("stable", 0, "canary", 100));
    }

    /** An on-call that is not sure whether it was done, or a pipeline's step that runs again, must not bring the bad one back. */
    @Test
    @Covers(value = {"R6.4", "R11.3"}, evidence = Covers.Evidence.SIMULATED)
    void repeatedItStaysWhereItLed() {
        table.declare(DECLARED);
        long good = change(document -> RouteEdits.throttle(document, Optional.of(new RateLimit(10, 20)), OptionalInt.empty()));
        long bad = change(RollbackTest::switched);
        assertThat(rollback()).isEqualTo(good);
        assertThat(routes.planRollback("auth", OptionalLong.empty()).idle()).isTrue();
        assertThat(rollback()).isEqualTo(good);
        assertThat(routes.planRollback("auth", OptionalLong.of(bad)).idle()).as("by its number it can be had again").isFalse();
        long next = change(RollbackTest::switched);
        assertThat(next).isGreaterThan(bad);
        assertThat(rollback()).as("a change after a rollback is taken back to it").isEqualTo(good);
    }

    /** A service's first change, such as the switch of its first release, was made from what the stack declares. */
    @Test
    @Covers(value = {"R6.4", "R11.3"}, evidence = Covers.Evidence.SIMULATED)
    void theFirstChangeOfAllIsTakenBackToWhatTheStackDeclares() {
        table.declare(DECLARED);
        assertThat(routes.planRollback("auth", OptionalLong.empty()).idle()).isTrue();
        change(RollbackTest::switched);
        assertThat(live()).isEqualTo(switched(DECLARED));
        long back = rollback();
        assertThat(live()).isEqualTo(DECLARED);
        assertThat(rollback()).as("repeated").isEqualTo(back);
        assertThat(live()).isEqualTo(DECLARED);
        change(RollbackTest::switched);
        assertThat(routes.applyWithoutLease(routes.planRollback("auth", OptionalLong.of(RoutePlan.DECLARED)), true, "anna", "")).isGreaterThan(back);
        assertThat(live()).isEqualTo(DECLARED);
    }

    @Test
    void withoutAnythingBeforeItIsRefused() {
        table.store.publish(DECLARED, RouteChange.first(), 0, "anna", "");
        assertThatThrownBy(() -> routes.planRollback("auth", OptionalLong.empty())).isInstanceOf(OperationRefusedException.class)
                .hasMessage("auth: version 1 is the first that was live, nothing was live before it. Choose one with --to: [1]");
    }
}
