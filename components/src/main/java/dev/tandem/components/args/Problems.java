package dev.tandem.components.args;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Collects what is wrong with a component's arguments, so that all of it is said at once. Not safe for use by several
 * threads.
 */
public final class Problems {

    private final String subject;
    private final List<String> lines = new ArrayList<>();

    /** @param subject what is being checked, as the reader knows it: {@code RegionalFoundation arguments} */
    public Problems(String subject) {
        this.subject = Objects.requireNonNull(subject, "subject");
    }

    /**
     * Notes one problem.
     *
     * @param argument name of the argument
     * @param found    its value; {@code null} prints as "nothing"
     * @param expected what it should be, with the numbers
     */
    public Problems add(String argument, Object found, String expected) {
        String shown = found == null ? "nothing" : found instanceof CharSequence ? "\"" + found + "\"" : found.toString();
        lines.add(argument + " is " + shown + ", expected " + expected);
        return this;
    }

    /** Notes a problem unless the condition holds. */
    public Problems require(boolean holds, String argument, Object found, String expected) {
        return holds ? this : add(argument, found, expected);
    }

    /** What was noted, in order. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** @throws IllegalArgumentException when anything was noted; the message lists all of it */
    public void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new IllegalArgumentException(subject + ": " + String.join("; ", lines));
        }
    }
}
