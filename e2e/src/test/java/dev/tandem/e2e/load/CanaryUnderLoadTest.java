package dev.tandem.e2e.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.Pin;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteDocumentBuilder;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The objectives hold on the mesh, and a canary that misses them turns the comparison red, at 5 % of the traffic too. */
@NeedsTools({Tools.ENVOY, Tools.K6})
class CanaryUnderLoadTest {

    private static final String[] SMALL = {"RATE=10", "DURATION=5", "PATHS=/api/persona/a,/api/persona/b"};
    private static final String STABLE = "127.0.94.1";
    private static final String CANARY = "127.0.94.2";

    @TempDir
    private static Path directory;

    private static MeshOnLoopback mesh;
    private static MeshTask stable;
    private static MeshTask canary;
    private static MeshTask caller;

    @BeforeAll
    static void start() {
        mesh = new MeshOnLoopback(directory, 10);
        mesh.dns().set("persona-stable.svc.local", STABLE);
        mesh.dns().set("persona-canary.svc.local", CANARY);
        mesh.live(pinned());
        mesh.live(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
        stable = mesh.start("persona", "stable", STABLE);
        canary = mesh.start("persona", "canary", CANARY);
        caller = mesh.start("auth", "stable", "127.0.94.9");
        mesh.awaitReady();
    }

    @AfterAll
    static void stop() {
        mesh.close();
    }

    @BeforeEach
    void allWell() {
        canary.application().delay(0);
        canary.application().answerWith(200);
    }

    @Test
    @Covers(value = {"R10.4", "R10.5"}, evidence = Covers.Evidence.SIMULATED)
    void objectivesHoldFromServiceToServiceAndFromTheEdge() {
        Run.Finished pairs = K6.green("canary-compare.js", fromService());
        assertThat(K6.crossed(pairs)).isEmpty();
        assertThat(stable.application().requests()).isGreaterThanOrEqualTo(50);
        assertThat(canary.application().requests()).isGreaterThanOrEqualTo(50);
        K6.green("load.js", fromEdge());
        K6.green("smoke.js", with(fromEdge(), "VERSION=canary"));
    }

    @Test
    @Covers(value = "R10.4", evidence = Covers.Evidence.SIMULATED)
    void canaryThatTakes300MillisecondsMoreIsRed() {
        canary.application().delay(300);
        Run.Finished pairs = K6.run("canary-compare.js", fromService());
        assertThat(pairs.exit()).as(pairs.text()).isEqualTo(K6.RED);
        assertThat(K6.crossed(pairs)).contains("canary_extra", "http_req_duration{version:canary}");
        assertThat(pairs.text()).contains("✗ 'p(95)<200'", "✗ 'med<50'");
    }

    @Test
    @Covers(value = {"R6.5", "R10.4"}, evidence = Covers.Evidence.SIMULATED)
    void canaryThatFailsIsRedInTheComparisonAndInTheSmokeTest() {
        canary.application().answerWith(500);
        Run.Finished pairs = K6.run("canary-compare.js", fromService());
        assertThat(pairs.exit()).as(pairs.text()).isEqualTo(K6.RED);
        assertThat(K6.crossed(pairs)).contains("canary_fails_alone", "http_req_failed{version:canary}")
                .doesNotContain("http_req_failed{version:stable}");
        assertThat(K6.run("smoke.js", with(fromEdge(), "VERSION=canary")).exit()).isEqualTo(K6.RED);
        K6.green("smoke.js", with(fromEdge(), "VERSION=stable"));
    }

    @Test
    void versionsThatAreNotPinnedAreNotCompared() {
        mesh.live(document().build());
        mesh.awaitLive("persona", mesh.routes().resolve("persona.json").toFile().lastModified());
        Run.Finished pairs = K6.run("canary-compare.js", fromService());
        mesh.live(pinned());
        mesh.awaitLive("persona", mesh.routes().resolve("persona.json").toFile().lastModified());
        assertThat(pairs.exit()).as(pairs.text()).isEqualTo(K6.RED);
        assertThat(K6.crossed(pairs)).contains("wrong_version");
    }

    @Test
    void wrongSettingIsExplained() {
        Run.Finished nowhere = K6.run("smoke.js", "BASE_URL=api.tandem.example");
        assertThat(nowhere.exit()).isNotZero();
        assertThat(nowhere.text()).contains("BASE_URL is 'api.tandem.example', expected http:// or https://");
        assertThat(K6.run("load.js", "BASE_URL=http://127.0.0.1:1", "RATE=fast").text()).contains("RATE is 'fast', expected a number above 0");
        assertThat(K6.run("smoke.js", "BASE_URL=http://127.0.0.1:1", "VERSION=green").text()).contains("VERSION is 'green', expected stable");
    }

    private static String[] fromService() {
        return with(SMALL, "BASE_URL=" + caller.outbound(), "HOST=persona.svc.local");
    }

    private static String[] fromEdge() {
        return with(SMALL, "BASE_URL=https://" + STABLE + ":8443", "INSECURE=1");
    }

    private static String[] with(String[] settings, String... more) {
        String[] out = Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, out, settings.length, more.length);
        return out;
    }

    private static RouteDocument pinned() {
        return document()
                .pins(List.of(new Pin(Pin.By.HEADER, "x-tester", "canary", "canary"), new Pin(Pin.By.HEADER, "x-tester", "stable", "stable")))
                .build();
    }

    private static RouteDocumentBuilder document() {
        return MeshOnLoopback.document("persona").version("stable", 95, 1).version("canary", 5, 1).callers(List.of("auth"))
                .path(Optional.of("/api/persona"));
    }
}
