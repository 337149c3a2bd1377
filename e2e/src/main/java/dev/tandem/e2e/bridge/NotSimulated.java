package dev.tandem.e2e.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The types that the simulator of AWS lacks, and why: {@code not-simulated.txt}. The reflective provider stands in for them. */
public final class NotSimulated {

    private static final Map<String, String> REASONS = read();

    private NotSimulated() {}

    /** The reasons by token. */
    public static Map<String, String> reasons() {
        return REASONS;
    }

    private static Map<String, String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NotSimulated.class.getResourceAsStream("not-simulated.txt")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+\\|\\s+", 2))
                    .collect(Collectors.toUnmodifiableMap(columns -> columns[0].strip(), columns -> columns[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
