package dev.tandem.requirements.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The JSON-lines files in which test runs leave what they covered: {@code MODULE/target/covers/*.jsonl}. */
public final class CoverFiles {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private CoverFiles() {
    }

    /** Replaces the file in one step, so that a reader never sees half of it. */
    public static void write(Path file, Collection<Cover> covers) {
        StringBuilder lines = new StringBuilder();
        try {
            for (Cover cover : covers) {
                lines.append(JSON.writeValueAsString(cover)).append('\n');
            }
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write what the tests covered to " + file, e);
        }
    }

    /** All covers that the modules' last test runs left, sorted. */
    public static SortedSet<Cover> read(Path root) {
        SortedSet<Cover> covers = new TreeSet<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                Path directory = module.resolve("target/covers");
                if (Files.isDirectory(directory)) {
                    readDirectory(directory, covers);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what the tests covered below " + root, e);
        }
        return covers;
    }

    private static void readDirectory(Path directory, Collection<Cover> covers) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> finished = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
            for (Path file : finished) {
                for (String line : Files.readAllLines(file)) {
                    covers.add(cover(file, line));
                }
            }
        }
    }

    private static Cover cover(Path file, String line) {
        try {
            return JSON.readValue(line, Cover.class);
        } catch (JsonProcessingException e) {
            throw new TraceException(file + ": found '" + line + "', expected a line of JSON as the test run writes it."
                + " Fix: remove the file and run ./tandem test.");
        }
    }
}
