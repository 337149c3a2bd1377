package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What breaks around the mesh: traffic goes on, a metric tells, and all mends itself. Clocks run 50 times faster, or as {@link Clocks}
 * is told.
 */
@NeedsTools({Tools.ENVOY, Tools.MOTO})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageTest {

    private static final double FACTOR = Clocks.factor(50);
    private static final Duration LIMIT = Clocks.limit(FACTOR);
    private static final Duration TEN_MINUTES = Clocks.scaled(Duration.ofMinutes(10), FACTOR);

    @TempDir
    private static Path directory;

    private static MeshOnMoto aws;
    private static MeshTask persona;
    private static MeshTask auth;
    private static RawClient.Target target;

    private Load load;

    @BeforeAll
    static void start() {
        aws = new MeshOnMoto(directory, FACTOR);
        aws.mesh().dns().set("persona-stable.svc.local", "127.0.84.1");
        aws.publish(MeshOnLoopback.document("persona").version("stable", 100, 1).callers(java.util.List.of("auth")).build());
        aws.publish(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(java.util.List.of("persona")).build());
        persona = aws.start("persona", "stable", "127.0.84.1");
        auth = aws.start("auth", "stable", "127.0.84.2");
        aws.mesh().awaitReady();
        target = RawClient.Target.of(auth.outbound(), "persona");
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @BeforeEach
    void begin() {
        load = new Load(target, 100, 4);
    }

    @AfterEach
    void end() {
        load.close();
    }

    @Test
    @Order(1)
    void garbageInTheTableChangesNothingAndIsTold() {
        Map<String, AttributeValue> pointer = item(RouteItems.LIVE);
        Map<String, AttributeValue> garbage = new HashMap<>(item(RouteItems.versionKey(1)));
        garbage.put("item", AttributeValue.fromS(RouteItems.versionKey(7)));
        garbage.put("version", AttributeValue.fromN("7"));
        garbage.put("document", AttributeValue.fromS("{\"schema\": \"tandem.route/1\", \"weights\": \"all of them\""));
        put(garbage);
        Map<String, AttributeValue> wrong = new HashMap<>(pointer);
        wrong.put("version", AttributeValue.fromN("7"));
        put(wrong);
        awaitStatus("routes of persona", true);
        more(100);
        put(pointer);
        awaitStatus("routes of persona", false);
        noneFailed();
    }

    @Test
    @Order(2)
    void halfWrittenFilesAndAKilledAgentFailNoRequest() throws IOException {
        Path routes = auth.directory().resolve("routes");
        Path half = Files.createDirectories(routes.resolve("0123456789abcdef"));
        Files.writeString(half.resolve("cds.json"), "{\"version_info\": \"0123");
        Files.createDirectories(routes.resolve(".new-0123456789abcdef"));
        Files.writeString(auth.directory().resolve("state/persona.route.json"), "1\n{\"schema\":");
        ProcessHandle agent = auth.child("jvm.options").orElseThrow();
        agent.destroyForcibly();
        awaitNewProcess("jvm.options", agent.pid());
        auth.awaitReady();
        more(100);
        noneFailed();
        auth.awaitLogged("the agent ended with 137 and is started again");
        auth.awaitLogged("is not used");
    }

    @Test
    @Order(3)
    void killedEnvoyComesBackByItself() {
        ProcessHandle envoy = auth.child("--reject-unknown-dynamic-fields").orElseThrow();
        envoy.destroyForcibly();
        awaitNewProcess("--reject-unknown-dynamic-fields", envoy.pid());
        auth.awaitReady();
        Eventually.within(LIMIT, () -> Load.burst(target, 1, 1).get(0).status() == 200 ? Optional.empty() : Optional.of("not yet"));
        load.close();
        try (Load again = new Load(target, 100, 4)) {
            Eventually.within(LIMIT, () -> again.sent() > 100 ? Optional.empty() : Optional.of("no load"));
            assertThat(Load.statuses(again.finish())).containsOnlyKeys(200);
        }
        auth.awaitLogged("Envoy ended and is started again");
    }

    @Test
    @Order(4)
    @Covers(value = "R2.1", evidence = Covers.Evidence.SIMULATED)
    void tableAndParametersGoneForTenMinutesAndBack() {
        aws.cutAws();
        awaitStatus("identity source", true);
        awaitStatus("routes of auth", true);
        ProcessHandle agent = auth.child("jvm.options").orElseThrow();
        agent.destroyForcibly();
        awaitNewProcess("jvm.options", agent.pid());
        auth.awaitReady();
        Eventually.pause(TEN_MINUTES.toMillis());
        persona.awaitStatus("\"RouteAgeSeconds\":", "\"routes of persona\":", "\"ready\":true");
        Eventually.within(LIMIT, () -> staleness() > 100 ? Optional.empty() : Optional.of("the alarm is on 100: " + persona.status()));
        Eventually.within(LIMIT, () -> persona.written().lines().filter(line -> line.contains("\"Name\":\"StalenessPercent\""))
                .anyMatch(line -> number(line, "StalenessPercent") > 100) ? Optional.empty() : Optional.of("no metric above 100"));
        LiveRoute meanwhile = aws.publish(MeshOnLoopback.document("persona").version("stable", 100, 1)
                .callers(java.util.List.of("auth")).timeoutMillis(45_000).build());

        aws.restoreAws();
        awaitStatus("identity source", false);
        awaitStatus("routes of auth", false);
        Eventually.within(LIMIT, () -> {
            long percent = staleness();
            return percent >= 0 && percent < 100 ? Optional.empty() : Optional.of(persona.status());
        });
        aws.mesh().awaitLive("persona", meanwhile.version());
        int sent = load.sent();
        noneFailed();
        Figures.say(String.format("table and parameters gone for %d s (ten minutes, clocks %.0f times faster) and back: none of %d"
                + " requests failed", TEN_MINUTES.toSeconds(), FACTOR, sent));
    }

    private static long staleness() {
        return number(persona.status(), "StalenessPercent");
    }

    /** -1 when it is not there: the agent has not answered, or has written half of a line. */
    private static long number(String json, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":(\\d+)[,}]").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static Map<String, AttributeValue> item(String key) {
        return aws.dynamo().getItem(request -> request.tableName(MeshOnMoto.TABLE).key(Map.of(
                "service", AttributeValue.fromS("persona"), "item", AttributeValue.fromS(key)))).item();
    }

    private static void put(Map<String, AttributeValue> item) {
        aws.dynamo().putItem(request -> request.tableName(MeshOnMoto.TABLE).item(item));
    }

    private static void awaitStatus(String problem, boolean there) {
        Eventually.within(LIMIT, () -> {
            String status = auth.status();
            return status.contains("\"ready\":") && status.contains("\"" + problem + "\"") == there ? Optional.empty() : Optional.of(status);
        });
    }

    private static void awaitNewProcess(String word, long old) {
        Eventually.within(LIMIT, () -> auth.child(word).filter(child -> child.pid() != old).isPresent()
                ? Optional.empty() : Optional.of("no new process of " + word));
    }

    private void more(int requests) {
        int sent = load.sent();
        Eventually.within(LIMIT, () -> load.sent() > sent + requests ? Optional.empty() : Optional.of("no load"));
    }

    private void noneFailed() {
        assertThat(Load.statuses(load.finish())).containsOnlyKeys(200);
    }
}
