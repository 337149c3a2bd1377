package dev.tandem.requirements.suite;

import dev.tandem.requirements.trace.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The least number of tests per suite, from {@code e2e/expected-counts}: lines {@code suite count}, # for comments. */
public final class ExpectedCounts {

    /** The file, relative to the root of the clone. */
    public static final String FILE = "e2e/expected-counts";

    private ExpectedCounts() {
    }

    /**
     * Counts by suite.
     *
     * @throws TraceException naming the line when it is not {@code suite count}, or when the file is missing
     */
    public static Map<String, Integer> read(Path root) {
        List<String> lines;
        try {
            lines = Files.readAllLines(root.resolve(FILE));
        } catch (IOException e) {
            throw new TraceException(FILE + ": cannot be read (" + e.getMessage()
                + "), expected lines such as 'policies 40'. Fix: restore the file.");
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            if (!line.matches("[a-z0-9-]+\\s+\\d{1,6}")) {
                throw new TraceException("%s:%d: found '%s', expected a suite and a number. Example: policies 40"
                    .formatted(FILE, i + 1, line));
            }
            String[] words = line.split("\\s+");
            counts.put(words[0], Integer.valueOf(words[1]));
        }
        return counts;
    }
}
