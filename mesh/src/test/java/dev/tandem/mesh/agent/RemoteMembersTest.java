package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.envoy.Member;
import dev.tandem.mesh.members.RemoteTasks;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.requirements.Covers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteMembersTest {

    private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");
    private static final Map<String, LiveRoute> ROUTES = Map.of(
            "auth", route("auth", Optional.of("/api/auth")), "persona", route("persona", Optional.empty()));

    private final Map<String, RemoteTasks> table = new HashMap<>();
    private final AgentLog log = new AgentLog(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), Clock.systemUTC(), "auth");
    private Collection<String> asked = List.of();
    private boolean away;

    @Test
    void asksForItsCalleesAndForItselfOnlyWithAnEdge() {
        RemoteMembers members = members(Map.of());
        members.poll(ROUTES);
        assertThat(new TreeSet<>(asked)).containsExactly("auth-canary", "auth-stable", "persona-canary", "persona-stable");
        members.poll(Map.of("auth", route("auth", Optional.empty()), "persona", ROUTES.get("persona")));
        assertThat(new TreeSet<>(asked)).containsExactly("persona-canary", "persona-stable");
    }

    @Test
    @Covers("R4.3")
    void aTableThatIsAwayKeepsTheLastTasksAndTheirAgeGrows() {
        RemoteMembers members = members(Map.of());
        table.put("persona-stable", new RemoteTasks(List.of("10.30.0.4", "10.30.1.5:9444"), NOW));
        assertThat(members.poll(ROUTES)).isTrue();
        away = true;
        assertThat(members.poll(ROUTES)).isFalse();
        assertThat(members.current()).containsOnly(
                Map.entry("persona-stable", List.of(new Member("10.30.0.4", 9443), new Member("10.30.1.5", 9444))));
        assertThat(members.age(NOW.plusSeconds(1200))).contains(Duration.ofMinutes(20));
        assertThat(log.problems().toString()).contains("they stay as they are: dynamodb:BatchGetItem on table t: no answer");
    }

    @Test
    void whatASourceDoesNotForeseeIsAFailedLook() {
        RemoteMembers members = new RemoteMembers("auth", Optional.of(clusters -> {
            throw new NumberFormatException("For input string: \"1.5\"");
        }), 9443, Map.of("persona-stable", new RemoteTasks(List.of("10.30.0.4"), NOW)), log);
        assertThat(members.poll(ROUTES)).isFalse();
        assertThat(members.current()).containsOnlyKeys("persona-stable");
        assertThat(log.problems().toString())
                .contains("they stay as they are: java.lang.NumberFormatException: For input string: \"1.5\"");
    }

    @Test
    void garbageAndOlderListsChangeNothingOfTheirVersion() {
        RemoteMembers members = members(Map.of());
        table.put("persona-stable", new RemoteTasks(List.of("10.30.0.4"), NOW));
        members.poll(ROUTES);
        table.put("persona-stable", new RemoteTasks(List.of("persona.svc.local"), NOW.plusSeconds(9)));
        table.put("persona-canary", new RemoteTasks(List.of("10.30.0.9"), NOW));
        assertThat(members.poll(ROUTES)).isFalse();
        assertThat(members.current().get("persona-stable")).containsExactly(new Member("10.30.0.4", 9443));
        assertThat(members.current().get("persona-canary")).containsExactly(new Member("10.30.0.9", 9443));
        assertThat(log.problems().toString())
                .contains("persona-stable stays as it is: member is 'persona.svc.local', expected an IPv4 address");
        table.put("persona-stable", new RemoteTasks(List.of(), NOW.minusSeconds(1)));
        assertThat(members.poll(ROUTES)).isTrue();
        assertThat(members.current().get("persona-stable")).as("older than what is known").hasSize(1);
        table.put("persona-stable", new RemoteTasks(List.of(), NOW.plusSeconds(1)));
        members.poll(ROUTES);
        assertThat(members.current().get("persona-stable")).isEmpty();
    }

    @Test
    void whatIsOnDiskIsThereBeforeTheFirstAnswer(@TempDir Path directory) throws Exception {
        DiskState disk = new DiskState(directory, log);
        assertThat(disk.members()).isEmpty();
        Map<String, RemoteTasks> tasks = Map.of("persona-stable", new RemoteTasks(List.of("10.30.0.4"), NOW));
        disk.keep(tasks);
        assertThat(disk.members()).isEqualTo(tasks);
        away = true;
        RemoteMembers members = members(disk.members());
        members.poll(ROUTES);
        assertThat(members.current()).containsOnlyKeys("persona-stable");

        Files.writeString(directory.resolve("members.json"), "{\"persona-stable\": {\"addresses\": [\"nonsense\"], \"writtenAt\": \""
                + NOW + "\"}}");
        assertThat(members(disk.members()).current()).isEmpty();
        Files.writeString(directory.resolve("members.json"), "half a li");
        assertThat(disk.members()).isEmpty();
        assertThat(log.problems().toString()).contains("members.json is not used");
    }

    @Test
    void theWorstOfThreeAgesCounts() {
        assertThat(Staleness.PRODUCTION.percent(Optional.of(Duration.ofHours(7)), Duration.ofMinutes(1), Optional.empty(), false)).isEqualTo(50);
        assertThat(Staleness.PRODUCTION.percent(Optional.of(Duration.ofHours(15)), Duration.ZERO, Optional.empty(), false)).isGreaterThan(100);
        assertThat(Staleness.PRODUCTION.percent(Optional.empty(), Duration.ofSeconds(301), Optional.empty(), false)).isEqualTo(100);
        assertThat(Staleness.PRODUCTION.percent(Optional.empty(), Duration.ZERO, Optional.of(Duration.ofMinutes(30)), false)).isEqualTo(200);
        assertThat(Staleness.PRODUCTION.percent(Optional.empty(), Duration.ZERO, Optional.empty(), true)).as("refused by Envoy").isEqualTo(101);
    }

    private RemoteMembers members(Map<String, RemoteTasks> kept) {
        return new RemoteMembers("auth", Optional.of(clusters -> {
            asked = clusters;
            if (away) {
                throw new RouteSourceException("dynamodb:BatchGetItem on table t: no answer");
            }
            Map<String, RemoteTasks> found = new HashMap<>(table);
            found.keySet().retainAll(clusters);
            return found;
        }), 9443, kept, log);
    }

    private static LiveRoute route(String service, Optional<String> path) {
        return new LiveRoute(1, RouteDocument.builder(service).in("prod", "mesh.example.org").path(path)
                .version("stable", 100, 1).version("canary", 0, 0).build());
    }
}
