package dev.tandem.ops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.requirements.Covers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private final MemoryEdge edge = new MemoryEdge();
    private final Migrations migrations = edge.migrations();

    @AfterEach
    void stop() {
        edge.close();
    }

    private Migration of(String from) {
        return migrations.toCompare("auth", "/api/auth", Optional.of(from), "new");
    }

    private Compared compare(Migration migration) {
        return migrations.compare(migration, edge.samples(Map.of()), "me");
    }

    @Test
    @Covers("R11.1")
    void aComparisonBeginsNoMigration() {
        assertThat(compare(of("old")).alike()).isTrue();
        assertThat(migrations.running("auth")).isEmpty();
        assertThat(edge.weights).isEqualTo(Map.of(MemoryEdge.group("old"), "100"));
        assertThatThrownBy(() -> migrations.toCompare("auth", "/api/auth", Optional.empty(), "new"))
                .hasMessage("auth has no migration under way, expected --from TARGET-GROUP: the function's");
    }

    @Test
    @Covers("R11.1")
    void aComparisonCountsForItsOwnGroupsOnly() {
        compare(of("wrong"));
        Migration right = of("old");
        assertThat(right.from()).isEqualTo(MemoryEdge.group("old"));
        assertThat(migrations.compared(right)).isEmpty();

        migrations.move(right.at(10), "me");
        assertThat(migrations.compared(migrations.running("auth").orElseThrow())).isEmpty();
        assertThat(compare(migrations.toCompare("auth", "/api/auth", Optional.empty(), "new")).alike()).isTrue();
        Migration running = migrations.running("auth").orElseThrow();
        assertThat(running).isEqualTo(right.at(10));
        assertThat(migrations.compared(running)).hasValueSatisfying(last -> assertThat(last.asked()).isEqualTo(3));

        migrations.finish(running, "me");
        assertThat(migrations.running("auth")).isEmpty();
        assertThat(migrations.compared(running)).isEmpty();
    }

    @Test
    void anotherFunctionThanTheOneUnderWayIsRefused() {
        migrations.move(of("old").at(10), "me");
        assertThat(of("old").percent()).isEqualTo(10);
        assertThatThrownBy(() -> of("wrong")).isInstanceOf(OperationRefusedException.class)
                .hasMessage("--from: found 'wrong', expected 'old', which the migration under way moves from (auth: function 90 %, service"
                        + " 10 %); without --from it is taken");
    }

    /** A deployment may make the path's rule anew: what was under way at the old one must not be in the way of the next. */
    @Test
    @Covers("R11.1")
    void aMigrationWhoseRuleIsGoneIsUnderWayNoMore() {
        migrations.move(of("old").at(10), "me");
        edge.rule = MemoryEdge.PATH_RULE + "-2";
        edge.weights.clear();
        edge.weights.put(MemoryEdge.group("new"), "100");
        assertThat(migrations.running("auth")).isEmpty();
        Migration again = migrations.find("auth", "/api/auth", "old", "new");
        migrations.move(again.at(50), "me");
        assertThat(migrations.running("auth")).contains(again.at(50));
        assertThat(again.rule()).isEqualTo(edge.rule);
    }

    @Test
    void rulesThatVanishMidwayMakeNothingAlike() {
        Migration migration = of("old");
        edge.onSample(edge.sides::clear);
        assertThatThrownBy(() -> compare(migration)).isInstanceOf(OperationRefusedException.class)
                .hasMessageStartingWith("the rules of the comparison vanished while it ran (they said: HTTP 200), expected them until its end");
        assertThat(migrations.compared(migration)).isEmpty();
    }

    @Test
    void aHeaderThatCannotBeSentIsNamedBeforeRulesAreMade() {
        Migration migration = of("old");
        for (Map<String, String> header : List.of(Map.of("host", "secret"), Map.of("x-token", "secret\n"))) {
            assertThatThrownBy(() -> migrations.compare(migration, edge.samples(header), "me"))
                    .isInstanceOf(OperationRefusedException.class)
                    .hasMessageStartingWith("--header: found '" + header.keySet().iterator().next() + "', which can't be sent")
                    .hasMessageNotContaining("secret");
        }
        assertThat(edge.calls()).noneMatch(call -> call.contains("CreateRule"));
    }

    @Test
    void waitingAndAskingHaveAnEnd() {
        edge.neverReady();
        Samples samples = edge.samples(Map.of());
        try (SideRules sides = SideRules.open(new EdgeRules(edge.access()), of("old"))) {
            assertThatThrownBy(() -> sides.await(samples, Duration.ofSeconds(1))).isInstanceOf(OperationRefusedException.class)
                    .hasMessageContaining(" does not answer by the rules of the comparison (it said: HTTP 200)");
            assertThat(edge.looks()).isBetween(1, 10);
            assertThatThrownBy(() -> sides.await(samples, Duration.ofMillis(1))).as("the last look is not cut short")
                    .hasMessageContaining("(it said: HTTP 200)");
            assertThatThrownBy(() -> samples.compare(sides.function(), sides.service(), Instant.EPOCH, Duration.ZERO))
                    .isInstanceOf(OperationRefusedException.class)
                    .hasMessage("asked 0 of 3 requests in 0 s, expected all; nothing was recorded. Ask fewer: --path, --times");
        }
    }
}
