package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Names;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Envoy's administration, on the loopback of the task. Safe for use by several threads. */
final class EnvoyClient {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int FAIL_HEALTH_ATTEMPTS = 3;
    private static final String STATE =
            "/stats?filter=" + encoded("membership_total$|cds\\.version_text$|\\.warming_state$|ds\\.(.*\\.)?update_rejected$");
    private static final String COUNTERS = "/stats?usedonly&filter=" + encoded("^http\\.(mesh|edge|outbound)\\.downstream_rq_(total|5xx)$"
            + "|rbac\\.denied$|^listener\\..*\\.ssl\\.(handshake|fail_verify_.*|connection_error)$|ejections_enforced_total$");

    private static final String PEER_CALLS = "/stats?usedonly&histogram_buckets=cumulative&filter="
            + encoded("^" + Names.PEER_CALLS + "$");

    private final String base;

    EnvoyClient(String host, int port) {
        this.base = "http://" + host + ":" + port;
    }

    /** Its state; empty while it does not answer. */
    Optional<EnvoyState> state() {
        return call("GET", STATE).map(EnvoyStats::parse);
    }

    /** What it has counted since its start, by the name of the report; empty when it does not answer. */
    Optional<Map<String, Long>> counters() {
        return call("GET", COUNTERS).map(EnvoyStats::counters);
    }

    /** Calls to the other region since its start, by cluster and by upper bound of their time, milliseconds; empty when it does not answer. */
    Optional<Map<String, Map<Double, Long>>> peerCalls() {
        return call("GET", PEER_CALLS).map(PeerCalls::parse);
    }

    /** Whether it serves. */
    boolean ready() {
        return call("GET", "/ready").isPresent();
    }

    /**
     * From now on its health path fails. One that is busy is asked again: it has callers, who have to forget it first. False when it
     * does not answer, after six seconds at most; one that is gone refuses at once.
     */
    boolean failHealth() {
        for (int attempt = 0; attempt < FAIL_HEALTH_ATTEMPTS; attempt++) {
            if (call("POST", "/healthcheck/fail").isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Asks callers to open no more requests on their connections. False when it does not answer. */
    boolean drain() {
        return call("POST", "/drain_listeners?graceful&skip_exit").isPresent();
    }

    /** Ends it. False when it does not answer. */
    boolean quit() {
        return call("POST", "/quitquitquit").isPresent();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    private Optional<String> call(String method, String path) {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return Optional.of(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
