package dev.tandem.preview.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What a program or a pack logs, without debug messages, which hold the full text of requests and with it secrets.
 * Thread-safe.
 */
public final class EngineLog {

    /** Severity of a kept message. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    /** A message and the resource it is about, empty when about none. */
    public record Entry(Level level, String message, String urn) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** Everything so far, in order. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The messages of one level, in order. */
    public List<String> messages(Level level) {
        return entries().stream().filter(e -> e.level() == level).map(Entry::message).toList();
    }
}
