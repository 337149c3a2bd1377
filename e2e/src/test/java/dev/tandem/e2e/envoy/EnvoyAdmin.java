package dev.tandem.e2e.envoy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Envoy's administration as the tests see it. */
public final class EnvoyAdmin {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final String base;

    EnvoyAdmin(String host, int port) {
        this.base = "http://" + host + ":" + port;
    }

    /** Whether it serves. */
    boolean ready() {
        try {
            return get("/ready").startsWith("LIVE");
        } catch (IOException e) {
            return false;
        }
    }

    /** The text of a page. */
    public String page(String path) {
        try {
            return get(path);
        } catch (IOException e) {
            throw new AssertionError("Envoy's administration did not answer " + path + ": " + e.getMessage(), e);
        }
    }

    /** Counters and gauges whose names match a regular expression. */
    public Map<String, Long> stats(String filter) {
        Map<String, Long> stats = new TreeMap<>();
        page("/stats?filter=" + java.net.URLEncoder.encode(filter, StandardCharsets.UTF_8)).lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            if (parts.length == 2 && parts[1].matches("\\d+")) {
                stats.put(parts[0], Long.parseLong(parts[1]));
            }
        });
        return stats;
    }

    /** One counter or gauge; 0 when it does not exist yet. */
    public long stat(String name) {
        return stats("^" + Pattern.quote(name).replace("\\Q", "").replace("\\E", "").replace(".", "\\.") + "$")
                .getOrDefault(name, 0L);
    }

    private String get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
