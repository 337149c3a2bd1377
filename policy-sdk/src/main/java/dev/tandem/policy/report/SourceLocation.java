package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import java.util.OptionalInt;

/**
 * A place in a file of the project.
 *
 * @param file relative to the project's folder, with {@code /}
 * @param line from 1; empty when only the file is known
 */
@PublicApi
public record SourceLocation(String file, OptionalInt line) {

    /** @throws IllegalArgumentException when the file is empty or absolute, or the line is below 1 */
    public SourceLocation {
        if (file.isBlank() || file.startsWith("/") || file.contains("\\") || file.contains("..")) {
            throw new IllegalArgumentException("file '" + file + "': expected a path within the project, with '/'");
        }
        if (line.isPresent() && line.getAsInt() < 1) {
            throw new IllegalArgumentException(file + ": line " + line.getAsInt() + ", expected 1 or more");
        }
    }

    /** A line of a file. */
    public static SourceLocation of(String file, int line) {
        return new SourceLocation(file, OptionalInt.of(line));
    }

    /** A file as a whole. */
    public static SourceLocation of(String file) {
        return new SourceLocation(file, OptionalInt.empty());
    }

    /** {@code file:line}, or {@code file}. */
    @Override
    public String toString() {
        return file + (line.isPresent() ? ":" + line.getAsInt() : "");
    }
}
