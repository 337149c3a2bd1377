package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.requirements.Covers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerCallsTest {

    private static final String TEXT = """
            cluster.auth-stable.zone.eu-central-1.eu-west-1.upstream_rq_time: B25(0,0) B50(0,90) B200(2,95) B250(2,100) B3.6e+06(2,100)
            cluster.persona-canary.zone.eu-central-1.eu-west-1.upstream_rq_time: B25(0,0) B50(0,10) B200(0,10) B250(0,10) B3.6e+06(0,10)
            cluster.auth-stable.upstream_rq_time: B25(0,700) B50(0,700)
            cluster.idle.zone.eu-central-1.eu-west-1.upstream_rq_time: No recorded values
            """;

    @Test
    void addsUpTheClustersOfTheOtherRegionOnly() {
        assertThat(PeerCalls.parse(TEXT)).containsOnlyKeys("cluster.auth-stable.zone.eu-central-1.eu-west-1.upstream_rq_time",
                "cluster.persona-canary.zone.eu-central-1.eu-west-1.upstream_rq_time");
        assertThat(new PeerCalls().since(PeerCalls.parse(TEXT)))
                .isEqualTo(Map.of(25.0, 0L, 50.0, 100L, 200.0, 5L, 250.0, 5L, 3_600_000.0, 0L));
    }

    @Test
    void countsWhatCameSinceTheLastTimeAndAllOfAnEnvoyThatIsNew() {
        PeerCalls calls = new PeerCalls();
        assertThat(calls.since(auth(7, 1))).isEqualTo(Map.of(50.0, 7L, 200.0, 1L));
        assertThat(calls.since(auth(9, 1))).isEqualTo(Map.of(50.0, 2L, 200.0, 0L));
        assertThat(calls.since(auth(1, 4))).as("Envoy was started again").isEqualTo(Map.of(50.0, 1L, 200.0, 4L));
    }

    private static Map<String, Map<Double, Long>> auth(long quick, long slow) {
        return Map.of("auth-stable", Map.of(50.0, quick, 200.0, slow));
    }

    @Test
    @Covers("R1.3")
    void anAnswerThatEnvoyMissedIsNoRestart() {
        PeerCalls calls = new PeerCalls();
        calls.since(auth(700, 30));
        assertThat(calls.since(Map.of())).isEmpty();
        assertThat(calls.since(auth(702, 30))).isEqualTo(Map.of(50.0, 2L, 200.0, 0L));
    }

    @Test
    void aClusterThatIsRemovedIsNoRestartOfTheOthers() {
        PeerCalls calls = new PeerCalls();
        calls.since(Map.of("auth-canary", Map.of(50.0, 500L), "auth-stable", Map.of(50.0, 90L)));
        assertThat(calls.since(Map.of("auth-stable", Map.of(50.0, 93L)))).isEqualTo(Map.of(50.0, 3L));
        assertThat(calls.since(Map.of("auth-canary", Map.of(50.0, 4L), "auth-stable", Map.of(50.0, 93L))))
                .as("a canary that is new").isEqualTo(Map.of(50.0, 4L));
    }

    @Test
    void countersGoOnWhereTheyWereAfterAnAnswerThatEnvoyMissed() throws Exception {
        Metrics metrics = new Metrics();
        Metrics.Peer none = new Metrics.Peer("", Map.of());
        metrics.line("auth", "prod", Map.of(), Map.of("Denied", 40L, "Ejections", 6L), none, Instant.EPOCH);
        metrics.line("auth", "prod", Map.of(), Map.of(), none, Instant.EPOCH);
        JsonNode line = new ObjectMapper().readTree(
                metrics.line("auth", "prod", Map.of(), Map.of("Denied", 41L, "Ejections", 6L), none, Instant.EPOCH));
        assertThat(line.path("Refused").asLong()).isEqualTo(1);
        assertThat(line.path("Ejections").asLong()).isZero();
    }

    @Test
    @Covers("R1.3")
    void theLineHasTheTimesUnderThePeersNameWhileThereAreCalls() throws Exception {
        Metrics metrics = new Metrics();
        Metrics.Peer there = new Metrics.Peer("eu-west-1", PeerCalls.parse(TEXT));
        JsonNode line = new ObjectMapper().readTree(metrics.line("auth", "prod", Map.of(), Map.of(), there, Instant.EPOCH));
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/1");
        assertThat(directive.toString()).isEqualTo("{\"Namespace\":\"Tandem/Mesh\",\"Dimensions\":[[\"environment\",\"peer\"]],"
                + "\"Metrics\":[{\"Name\":\"CrossRegionMillis\",\"Unit\":\"Milliseconds\"}]}");
        assertThat(line.path("peer").asText()).isEqualTo("eu-west-1");
        assertThat(line.path("CrossRegionCalls").asLong()).isEqualTo(110);
        assertThat(line.path("CrossRegionMillis")).hasSize(100);
        assertThat(line.at("/CrossRegionMillis/0").asDouble()).isEqualTo(37.5);
        assertThat(line.at("/CrossRegionMillis/99").asDouble()).isEqualTo(225);

        JsonNode quiet = new ObjectMapper().readTree(metrics.line("auth", "prod", Map.of(), Map.of(), there, Instant.EPOCH));
        assertThat(quiet.at("/_aws/CloudWatchMetrics")).as("no call, no metric that is paid for").hasSize(1);
        assertThat(quiet.has("CrossRegionMillis")).isFalse();
    }
}
