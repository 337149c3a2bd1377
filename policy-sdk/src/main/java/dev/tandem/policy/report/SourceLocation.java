package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import java.util.OptionalInt;

/**
 * A place in a file of the project. Immutable and thread-safe.
 *
 * <pre>{@code
 * SourceLocation place = SourceLocation.of("src/main/java/Main.java", 12); // prints as src/main/java/Main.java:12
 * }</pre>
 *
 * @param file relative to the project's folder, with {@code /}
 * @param line from 1; empty when only the file is known
 */
@PublicApi
public record SourceLocation(String file, OptionalInt line) {

    /**
     * Accepts places within the project only.
     *
     * @param file relative to the project's folder
     * @param line from 1, or empty
     * @throws IllegalArgumentException when the file is empty, absolute or leads out of the project, or the line is below 1
     */
    public SourceLocation {
        if (file.isBlank() || file.startsWith("/") || file.contains("\\") || file.contains("..")) {
            throw new IllegalArgumentException("file '" + file + "': expected a path within the project, with '/'");
        }
        if (line.isPresent() && line.getAsInt() < 1) {
            throw new IllegalArgumentException(file + ": line " + line.getAsInt() + ", expected 1 or more");
        }
    }

    /**
     * {@return a line of a file}
     *
     * @param file relative to the project's folder, with {@code /}
     * @param line from 1
     * @throws IllegalArgumentException when the file is empty, absolute or leads out of the project, or the line is below 1
     */
    public static SourceLocation of(String file, int line) {
        return new SourceLocation(file, OptionalInt.of(line));
    }

    /**
     * {@return a file as a whole}
     *
     * @param file relative to the project's folder, with {@code /}
     * @throws IllegalArgumentException when the file is empty, absolute or leads out of the project
     */
    public static SourceLocation of(String file) {
        return new SourceLocation(file, OptionalInt.empty());
    }

    /** {@code file:line}, or {@code file}. */
    @Override
    public String toString() {
        return file + (line.isPresent() ? ":" + line.getAsInt() : "");
    }
}
