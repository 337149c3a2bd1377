package dev.tandem.e2e.envoy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.HttpsURLConnection;

/** Calls an edge listener as a load balancer does: TLS without a certificate of its own, and it believes any server. */
public final class EdgeClient {

    private static final int TIMEOUT_MILLIS = 30_000;

    private EdgeClient() {}

    /** @param status 0 when the connection broke */
    public record Answer(int status, String by) {}

    /** Asks once. */
    public static Answer get(String host, int port, String path) {
        return get(host, port, path, Map.of());
    }

    /** Asks once, with headers by name. */
    public static Answer get(String host, int port, String path, Map<String, String> headers) {
        try {
            HttpsURLConnection connection =
                    (HttpsURLConnection) URI.create("https://" + host + ":" + port + path).toURL().openConnection();
            connection.setSSLSocketFactory(Intruder.believing().getSocketFactory());
            connection.setHostnameVerifier((name, session) -> true);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            headers.forEach(connection::setRequestProperty);
            int status = connection.getResponseCode();
            String by = Objects.requireNonNullElse(connection.getHeaderField("x-answered-by"), "");
            connection.disconnect();
            return new Answer(status, by);
        } catch (IOException e) {
            return new Answer(0, "");
        }
    }
}
