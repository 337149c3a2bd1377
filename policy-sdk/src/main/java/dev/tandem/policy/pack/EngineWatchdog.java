package dev.tandem.policy.pack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Notices that the engine is gone: an engine that dies tells nobody, and the pack would live on as an orphan.
 *
 * <p>Connects and hangs up at once, again and again. One connection kept open would be simpler, but the engine's own
 * orderly end waits for connections that never say anything.
 */
final class EngineWatchdog {

    static final int REFUSALS = 2;
    private static final int CONNECT_TIMEOUT_MILLIS = 400;
    private final InetSocketAddress engine;
    private final Duration interval;
    private final Runnable onGone;

    EngineWatchdog(InetSocketAddress engine, Duration interval, Runnable onGone) {
        this.engine = engine;
        this.interval = interval;
        this.onGone = onGone;
    }

    Thread start() {
        Thread thread = new Thread(this::watch, "engine-watchdog");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void watch() {
        int refusals = 0;
        try {
            while (refusals < REFUSALS) {
                Thread.sleep(interval.toMillis());
                refusals = refuses() ? refusals + 1 : 0;
            }
            onGone.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only a refusal counts: an engine that is stopped in a debugger is slow, not gone. */
    private boolean refuses() {
        try (Socket socket = new Socket()) {
            socket.connect(engine, CONNECT_TIMEOUT_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
