package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.routes.TandemCommand.Result;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands on routes, as processes, against a simulated DynamoDB, ECS and CloudWatch Logs. */
@NeedsTools(Tools.MOTO)
class RouteCommandsTest {

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private final TandemCommand tandem = AWS.tandem();

    @TempDir
    private Path directory;

    private RouteStore store;

    @BeforeEach
    void environment() {
        store = AWS.deployed();
        AWS.running("auth-stable", 2);
    }

    @Test
    @Covers(value = {"R6.4", "R11.3"}, evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void aCanaryStartsAndARollbackIsOneWriteOfThePointer() {
        AWS.running("auth-canary", 1);
        Result dry = tandem.run("traffic", "auth", "--weight", "canary=5");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).isEqualTo("""
                auth in eu-central-1 (prod): version 1 is live
                  versions[canary].minMembers: 0 -> 1
                  versions[canary].weight: 0 -> 5
                  versions[stable].weight: 100 -> 95
                running tasks: {canary=1, stable=2}
                Dry run, nothing was changed. Add --yes to do it.
                """);
        assertThat(store.liveVersion("auth")).contains(1L);

        Result done = tandem.run("traffic", "auth", "--weight", "canary=5", "--yes", "--note", "try 1.5");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("Done: version 2 is live; every Envoy follows within 6 s.\n"
                + "Undo: ./tandem rollback auth --to 1 --yes");
        assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(5));

        Result back = tandem.run("rollback", "auth", "--yes", "--json", "-m", "slow");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out()).contains("\"outcome\" : \"done\"").contains("\"before\" : 2").contains("\"after\" : 1")
                .contains("\"audited\" : true");
        assertThat(store.live("auth").orElseThrow().version()).isEqualTo(1);
        assertThat(store.history("auth", 9)).hasSize(2);

        Result again = tandem.run("rollback", "auth", "--to", "1", "--yes");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("Nothing to do: this is what is live.");
        assertThat(AWS.lines(OnRoutes.CHANGES)).hasSize(2).first().asString().contains("\"command\":\"traffic\"").contains("\"before\":1,\"after\":2")
                .contains("\"who\":\"arn:aws:sts::123456789012:user/moto\"").contains("try 1.5").contains("versions[canary].weight");
    }

    @Test
    @Covers(value = "R11.4", evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void throttleAndBackoffChangeAndComeBack() {
        Result throttle = tandem.run("throttle", "auth", "--rps", "100", "--requests", "50", "--yes");
        assertThat(throttle.code()).as(throttle.err()).isZero();
        assertThat(throttle.out()).contains("circuitBreaker.requests: 200 -> 50").contains("rateLimit.burst: none -> 200");
        assertThat(tandem.run("backoff", "auth", "--attempts", "0", "--base", "100", "--yes").out())
                .contains("retries.attempts: 1 -> 0").contains("version 3 is live");
        assertThat(tandem.run("rollback", "auth", "--to", "1", "--yes").code()).isZero();
        assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(0));
        Result status = tandem.run("status", "auth");
        assertThat(status.out()).contains("auth  version 1  canary 0 %, stable 100 %").contains("  * 1  ").contains("    3  ");
    }

    @Test
    void refusesWithTheReasonAndChangesNothing() {
        Result empty = tandem.run("traffic", "auth", "--weight", "canary=5", "--yes");
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.out()).contains("Refused, nothing was changed:\n  versions[canary].weight: found 5 % for"
                + " auth-canary.svc.local with 0 healthy tasks");
        Result much = tandem.run("traffic", "auth", "--weight", "canary=50", "--yes");
        assertThat(much.out()).contains("found a start from 0 to 50 %, expected a start with 1 to 5 %");
        Result typo = tandem.run("rollback", "atuh");
        assertThat(typo.code()).isEqualTo(1);
        assertThat(typo.err()).endsWith("tandem: service 'atuh' has no routes in tandem-prod-routes, expected one of [auth]."
                + " Did you mean 'auth'?\n");
        assertThat(tandem.run("rollback", "auth", "--to", "9").err())
                .endsWith("tandem: auth has no version 9, expected one of its history: [1]\n");
        assertThat(tandem.run("rollback", "auth").err()).contains("version 1 is the first that was live, nothing was live before it");
        assertThat(store.liveVersion("auth")).contains(1L);
    }

    /** Where nothing runs any more, as with a trial that is taken away, the routes can still be put back. */
    @Test
    void forceSkipsTheCountOfTasks() {
        AWS.running("auth-canary", 1);
        assertThat(tandem.run("traffic", "auth", "--weight", "stable=0", "--weight", "canary=100", "--force", "--yes").code()).isZero();
        AWS.running("auth-stable", 0);
        Result refused = tandem.run("traffic", "auth", "--weight", "stable=100", "--weight", "canary=0", "--yes");
        assertThat(refused.out()).contains("found 100 % for auth-stable.svc.local with 0 healthy tasks");
        Result done = tandem.run("traffic", "auth", "--weight", "stable=100", "--weight", "canary=0", "--no-pins", "--force", "--yes");
        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(store.live("auth").orElseThrow().document().version("stable").orElseThrow().weight()).isEqualTo(100);
        assertThat(tandem.run("traffic", "auth", "--no-pins", "--force", "--yes").out()).contains("Nothing to do: this is what is live.");
    }

    @Test
    void twoOperatorsAtOnceAndMissingCredentialsAreRefused() {
        new LeaseStore(AWS.dynamo(), RouteTables.TABLE, Clock.systemUTC()).acquire("auth", "anna", Duration.ofMinutes(2));
        Result taken = tandem.run("throttle", "auth", "--rps", "10", "--yes");
        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.err()).contains("tandem: auth is being changed by anna until ");

        Result nobody = tandem.run(Map.of(), "status");
        assertThat(nobody.code()).isEqualTo(3);
        assertThat(nobody.err()).contains("no AWS credentials were found. Log in (aws sso login)").doesNotContain("at software");
        Result elsewhere = tandem.run("status", "--environment", "stage");
        assertThat(elsewhere.code()).isEqualTo(3);
        assertThat(elsewhere.err()).contains("there is no table tandem-stage-routes in eu-central-1");
    }

    @Test
    void rendersWhatAnAgentWouldWrite() {
        Result rendered = tandem.run("mesh", "render", "auth", "--out", directory.resolve("auth").toString());
        assertThat(rendered.code()).as(rendered.err()).isZero();
        assertThat(rendered.out()).contains("bootstrap.yaml").contains("routes/current/cds.json").contains(" files in ");
        assertThat(directory.resolve("auth/bootstrap.yaml")).content().contains("127.0.0.1").contains("auth-stable");
        assertThat(tandem.run("mesh", "render", "auth", "--from", "/nowhere", "--out", directory.toString()).err())
                .contains("service 'auth' has no routes there");
    }
}
