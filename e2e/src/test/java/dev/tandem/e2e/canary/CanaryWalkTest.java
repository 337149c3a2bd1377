package dev.tandem.e2e.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.canary.Mortal.Killed;
import dev.tandem.e2e.routes.RouteTables;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.ServiceVersion;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteConflictException;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.canary.CanaryRun.Phase;
import dev.tandem.ops.canary.CanarySettings;
import dev.tandem.ops.canary.CanaryStore;
import dev.tandem.ops.canary.Gate;
import dev.tandem.ops.canary.Verdict;
import dev.tandem.ops.canary.Watcher;
import dev.tandem.ops.routes.RouteEdits;
import dev.tandem.ops.routes.RouteOperations;
import dev.tandem.ops.routes.RoutePlan;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A canary that is killed before every one of its writes, against a simulated DynamoDB; its clock goes as the test says. */
@NeedsTools(Tools.MOTO)
class CanaryWalkTest {

    private static final CanarySettings SETTINGS = new CanarySettings(List.of(5, 25, 50), 5, 200, 1000, 1, 0, List.of(), List.of());
    private static final Gate GREEN = run -> new Verdict(Verdict.Colour.GREEN, "well");
    private static final Gate RED_AT_25 =
            run -> new Verdict(run.share() == 25 ? Verdict.Colour.RED : Verdict.Colour.GREEN, "at " + run.share() + " %");

    private static final Mortal MORTAL = new Mortal();
    private static Moto moto;
    private static DynamoDbClient dynamo;

    private Instant now = Instant.parse("2026-11-27T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private RouteStore store;
    private Runnable meanwhile = () -> {};

    @BeforeAll
    static void start() {
        moto = Moto.start();
        RouteTables.create(RouteTables.client(moto));
        dynamo = moto.client(DynamoDbClient.builder().overrideConfiguration(o -> o.addExecutionInterceptor(MORTAL)), RouteTables.REGION);
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            dynamo.close();
            moto.close();
        }
    }

    @BeforeEach
    void table() {
        MORTAL.lives();
        dynamo.deleteTable(t -> t.tableName(RouteTables.TABLE));
        RouteTables.create(dynamo);
        store = RouteStore.consistent(dynamo, RouteTables.TABLE, clock);
        store.publish(RouteTables.auth(0), RouteChange.first(), 0, "pulumi", "first");
    }

    private static final Watcher SILENT = new Watcher() {
        @Override
        public void says(String line) {
            // What it says is looked at where commands are run.
        }

        @Override
        public void changed(RoutePlan plan, long version, String why) {
            // Likewise.
        }
    };

    private Canary canary(Gate gate, String who) {
        LeaseStore leases = new LeaseStore(dynamo, RouteTables.TABLE, clock);
        RouteOperations routes = new RouteOperations(store, leases, document -> Map.of("stable", 2, "canary", 1));
        return new Canary(routes, new CanaryStore(dynamo, RouteTables.TABLE), leases, gate, clock, seconds -> {
            now = now.plusSeconds(seconds);
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
        }, SILENT, who);
    }

    private CanaryRun fresh() {
        return CanaryRun.fresh("auth", "canary", "stable", SETTINGS, store.liveVersion("auth").orElseThrow(), "", "anna");
    }

    private CanaryRun whole(Gate gate) {
        Canary canary = canary(gate, "anna");
        if (canary.running("auth").isEmpty()) {
            CanaryRun begun = canary.start(fresh());
            if (begun.ended()) {
                return begun;
            }
        }
        return canary.through("auth");
    }

    private int share() {
        return store.live("auth").orElseThrow().document().version("canary").map(ServiceVersion::weight).orElseThrow();
    }

    /** Kills it before its first write, before its second, and so on; what it left is taken up three minutes later. */
    private void walk(Function<Integer, Boolean> killed, Runnable after) {
        int died = 0;
        for (int writes = 0; ; writes++) {
            table();
            MORTAL.diesAfter(writes);
            boolean dead = killed.apply(writes);
            MORTAL.lives();
            now = now.plusSeconds(180);
            if (!dead) {
                break;
            }
            died++;
            after.run();
        }
        assertThat(died).isGreaterThan(8);
    }

    private boolean dies(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    @Test
    @Covers(value = {"R2.3", "R6.3"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
    void killedAtEveryWriteTheNextRunPromotesIt() {
        walk(writes -> dies(() -> whole(GREEN)), () -> {
            Optional<CanaryRun> left = new CanaryStore(dynamo, RouteTables.TABLE).load("auth");
            if (left.filter(CanaryRun::ended).isEmpty()) {
                assertThat(whole(GREEN).phase()).isEqualTo(Phase.PROMOTED);
            }
            assertThat(share()).isEqualTo(100);
            assertThat(store.history("auth", 20)).hasSizeLessThanOrEqualTo(9);
        });
        assertThat(share()).isEqualTo(100);
    }

    @Test
    @Covers(value = {"R6.4", "R10.5"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
    void killedAtEveryWriteARedOneIsTakenBack() {
        walk(writes -> dies(() -> whole(RED_AT_25)), () -> {
            Optional<CanaryRun> left = new CanaryStore(dynamo, RouteTables.TABLE).load("auth");
            if (left.filter(CanaryRun::ended).isEmpty()) {
                assertThat(whole(RED_AT_25).phase()).isEqualTo(Phase.UNDONE);
            }
            assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(0));
        });
        assertThat(store.liveVersion("auth")).contains(1L);
    }

    @Test
    void killedAtEveryWriteAnAbortIsFinishedByTheNext() {
        for (int writes = 0; writes < 3; writes++) {
            table();
            canary(GREEN, "anna").start(fresh());
            MORTAL.diesAfter(writes);
            assertThat(dies(() -> canary(GREEN, "ben").abort("auth", "no"))).isTrue();
            MORTAL.lives();
            now = now.plusSeconds(180);
            assertThat(canary(GREEN, "carl").abort("auth", "no").reason()).isEqualTo("no");
            assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(0));
        }
    }

    @Test
    void withoutAVerdictTheShareStaysAndTheNextRunGoesOn() {
        Gate open = run -> new Verdict(Verdict.Colour.OPEN, "only 3 answers");
        CanaryRun fresh = fresh();
        assertThatThrownBy(() -> canary(open, "anna").start(fresh)).isInstanceOf(OperationRefusedException.class).hasMessage(
                "auth: no verdict at 5 %: only 3 answers. The share stays; send traffic and repeat the command, or abort");
        assertThat(share()).isEqualTo(5);
        assertThat(canary(GREEN, "anna").start(fresh).phase()).isEqualTo(Phase.GREEN);
        assertThat(canary(GREEN, "anna").step("auth").share()).isEqualTo(25);
        assertThatThrownBy(() -> canary(GREEN, "ben").start(fresh)).hasMessageContaining("a canary canary of auth: 25 %, green")
                .hasMessageContaining("Go on with ./tandem canary step auth --yes");
    }

    @Test
    void ofTwoOperatorsOneIsRefusedAndAnAbortIsNot() {
        meanwhile = () -> assertThatThrownBy(() -> canary(GREEN, "ben").step("auth")).isInstanceOf(RouteConflictException.class)
                .hasMessageContaining("auth/canary is being changed by anna until");
        assertThat(canary(GREEN, "anna").start(fresh()).phase()).isEqualTo(Phase.GREEN);
        assertThatThrownBy(() -> canary(GREEN, "ben").promote("auth")).isInstanceOf(OperationRefusedException.class)
                .hasMessage("auth: the canary is at 5 % of [5, 25, 50], expected every share to be green before it is promoted. Go on"
                        + " with ./tandem canary step auth --yes");
        meanwhile = () -> assertThat(canary(GREEN, "ben").abort("auth", "customers complain").phase()).isEqualTo(Phase.UNDONE);
        CanaryRun ended = canary(GREEN, "anna").step("auth");
        assertThat(ended.phase()).isEqualTo(Phase.UNDONE);
        assertThat(ended.reason()).isEqualTo("customers complain");
        assertThatThrownBy(() -> canary(GREEN, "anna").step("auth")).hasMessageStartingWith("auth has no canary under way. The last:")
                .hasMessageContaining("taken back: customers complain");
    }

    @Test
    void whatOthersChangeMeanwhileStays() {
        canary(GREEN, "anna").start(fresh());
        RouteOperations routes = new RouteOperations(store, new LeaseStore(dynamo, RouteTables.TABLE, clock),
                document -> Map.of("stable", 2, "canary", 1));
        routes.apply(routes.plan("auth", document -> RouteEdits.backoff(document, OptionalInt.of(0), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty()), false), false, "ben", "no retries");
        assertThat(canary(RED_AT_25, "anna").step("auth").phase()).isEqualTo(Phase.UNDONE);
        assertThat(share()).isZero();
        assertThat(store.live("auth").orElseThrow().document().retries().attempts()).isZero();

        canary(GREEN, "anna").start(fresh());
        meanwhile = () -> routes.apply(routes.planRollback("auth", java.util.OptionalLong.of(1)), true, "ben", "slow");
        CanaryRun run = canary(GREEN, "anna").step("auth");
        assertThat(run.phase()).isEqualTo(Phase.UNDONE);
        assertThat(run.reason()).startsWith("someone else set its share to 0 % where it was 25 %");
        assertThat(share()).isZero();
    }
}
