package dev.tandem.mesh.agent;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Whether the application lives. It is dead after three bad answers in a row, once it was well or its time to start is over;
 * then the task should end, since ECS takes an ended task out of Cloud Map at once, and a sick one only after half a minute.
 * For one thread.
 */
final class ApplicationWatch {

    private static final int TOLERATED = 3;
    private static final int TIMEOUT_MILLIS = 2_000;

    private final long graceUntilNanos;
    private boolean wasWell;
    private int bad;

    ApplicationWatch(long graceMillis) {
        this.graceUntilNanos = System.nanoTime() + graceMillis * 1_000_000;
    }

    /** Looks once. */
    void look(String host, int port, String path) {
        if (answers(host, port, path)) {
            wasWell = true;
            bad = 0;
        } else if (wasWell || System.nanoTime() - graceUntilNanos > 0) {
            bad++;
        }
    }

    boolean dead() {
        return bad >= TOLERATED;
    }

    /** Whether the last look was good. */
    boolean well() {
        return wasWell && bad == 0;
    }

    private static boolean answers(String host, int port, String path) {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) URI.create("http://" + host + ":" + port + path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() < 500;
        } catch (IOException e) {
            return false;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
