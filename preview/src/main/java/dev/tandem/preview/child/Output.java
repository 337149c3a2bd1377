package dev.tandem.preview.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a child printed: its first line, which a waiting thread may ask for, and the last lines. Bounded in lines and
 * line length, so a chatty child costs no memory. Thread-safe.
 */
final class Output {

    private static final int LINES = 40;
    private static final int LINE_LENGTH = 2000;

    private final Deque<String> lines = new ArrayDeque<>();
    private String first;
    private boolean firstTaken;
    private boolean ended;

    /** Reads until the end in a daemon thread. */
    Thread readFrom(InputStream stream, String name, Activity activity) {
        Thread reader = new Thread(() -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    add(line);
                    activity.heard("line '" + shorten(line, 200) + "'");
                }
            } catch (IOException e) {
                // The child was killed; what it said until then is kept.
            } finally {
                end();
            }
        }, name);
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    /** Waits a little for the first line; null when there is none yet. It is no longer among the last lines then. */
    synchronized String first(long millis) throws InterruptedException {
        if (first == null && !ended) {
            wait(millis);
        }
        if (first != null && !firstTaken) {
            firstTaken = true;
            lines.removeFirst();
        }
        return first;
    }

    synchronized List<String> lastLines() {
        return List.copyOf(lines);
    }

    private synchronized void add(String line) {
        if (first == null) {
            first = line;
            notifyAll();
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(shorten(line, LINE_LENGTH));
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private static String shorten(String line, int length) {
        return line.length() <= length ? line : line.substring(0, length) + "…";
    }
}
