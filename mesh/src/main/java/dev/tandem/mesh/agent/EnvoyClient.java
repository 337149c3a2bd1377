package dev.tandem.mesh.agent;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Envoy's administration, on the loopback of the task. Safe for use by several threads. */
final class EnvoyClient {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final String STATS = "/stats?filter=%28membership_total%7Cversion_text%7Cupdate_rejected"
            + "%7Cmembership_change%7Cwarming_state%7C%5Ehttp%5C.%28mesh%7Cedge%7Coutbound%29%5C.downstream_rq_%28total%7C5xx%29"
            + "%7Crbac.denied%24%7Cssl.%28handshake%7Cfail_verify_%7Cconnection_error%29%7Cejections_enforced_total%29";

    private final String base;

    EnvoyClient(String host, int port) {
        this.base = "http://" + host + ":" + port;
    }

    /** Its state; empty while it does not answer. */
    Optional<EnvoyState> state() {
        return call("GET", STATS).map(EnvoyStats::parse);
    }

    /** Whether it serves. */
    boolean ready() {
        return call("GET", "/ready").isPresent();
    }

    /** From now on its health path fails. False when it does not answer. */
    boolean failHealth() {
        return call("POST", "/healthcheck/fail").isPresent();
    }

    /** Asks callers to open no more requests on their connections. False when it does not answer. */
    boolean drain() {
        return call("POST", "/drain_listeners?graceful&skip_exit").isPresent();
    }

    /** Ends it. False when it does not answer. */
    boolean quit() {
        return call("POST", "/quitquitquit").isPresent();
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
