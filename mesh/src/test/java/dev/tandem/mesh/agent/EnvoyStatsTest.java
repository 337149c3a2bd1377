package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvoyStatsTest {

    private static final Metrics.Peer NOBODY = new Metrics.Peer("eu-west-1", Map.of());

    private static final String TEXT = """
            cluster.persona-stable.membership_total: 2
            cluster.persona-canary.membership_total: 1
            cluster.persona-canary.warming_state: 1
            cluster_manager.cds.version_text: "3f00aa"
            cluster_manager.cds.update_rejected: 1
            listener_manager.lds.update_rejected: 2
            listener.0.0.0.0_9443.ssl.fail_verify_san: 3
            listener.0.0.0.0_9443.ssl.fail_verify_no_cert: 4
            listener.0.0.0.0_9443.ssl.handshake: 50
            http.mesh.rbac.denied: 5
            http.mesh.downstream_rq_total: 100
            http.edge.downstream_rq_total: 10
            cluster.persona-stable.outlier_detection.ejections_enforced_total: 6
            """;

    @Test
    void countsMembersOfWarmClustersOnly() {
        EnvoyState state = EnvoyStats.parse(TEXT);
        assertThat(state.version()).isEqualTo("3f00aa");
        assertThat(state.rejected()).isEqualTo(3);
        assertThat(state.members().of("persona-stable")).isEqualTo(2);
        assertThat(state.members().of("persona-canary")).isZero();
        assertThat(EnvoyStats.counters(TEXT)).containsEntry("HandshakeFailures", 7L).containsEntry("Denied", 5L)
                .containsEntry("Requests", 110L).containsEntry("Ejections", 6L).containsEntry("Handshakes", 50L);
    }

    @Test
    void metricsAreWhatCameSinceTheLineBefore() {
        Metrics metrics = new Metrics();
        Map<String, Long> counters = EnvoyStats.counters(TEXT);
        Map<String, Object> status = Map.of("IdentityAgeSeconds", 7L, "RouteAgeSeconds", 3L, "StalenessPercent", 1L);
        String first = metrics.line("persona", "prod", status, counters, NOBODY, Instant.EPOCH);
        assertThat(first).contains("\"Refused\":12", "\"Ejections\":6", "\"IdentityAgeSeconds\":7", "\"Namespace\":\"Tandem/Mesh\"",
                "\"Dimensions\":[[\"environment\"]]");
        assertThat(metrics.line("persona", "prod", status, counters, NOBODY, Instant.EPOCH)).contains("\"Refused\":0", "\"Ejections\":0");
        assertThat(metrics.line("persona", "prod", status, Map.of("Denied", 2L), NOBODY, Instant.EPOCH))
                .as("Envoy was started again").contains("\"Refused\":2");
        assertThat(Metrics.EMITTED).as("each costs money").hasSize(3);
    }
}
