package dev.tandem.e2e.mutations;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small mistake in the real program, as a patch file, and what must be found then. The lines before the patch say it:
 *
 * <pre>
 * Why this is a mistake, in a sentence.
 *
 * finding: STACK FINDING-ID URN-AFTER-THE-PROJECT
 * </pre>
 *
 * @param file the patch
 * @param findings all mandatory findings, and no others, sorted
 */
public record Mutation(Path file, List<Expected> findings) {

    /**
     * A finding that must be there.
     *
     * @param id such as {@code residency-replication[us-east-1]}
     */
    public record Expected(String stack, String id, String urn) implements Comparable<Expected> {

        /** The rule: the id without its detail. */
        public String rule() {
            return id.replaceFirst("\\[.*", "");
        }

        @Override
        public int compareTo(Expected other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Every mutation of {@code e2e/mutations}, in the order of their names. */
    public static List<Mutation> all() {
        Path directory = ScratchClone.repository().resolve("e2e/mutations");
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".patch")).sorted().map(Mutation::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mutation of a name. */
    public static Mutation named(String name) {
        return read(ScratchClone.repository().resolve("e2e/mutations/" + name + ".patch"));
    }

    public String name() {
        return file.getFileName().toString().replaceFirst("\\.patch$", "");
    }

    @Override
    public String toString() {
        return name();
    }

    private static Mutation read(Path file) {
        try {
            List<Expected> findings = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("diff --git")) {
                    break;
                } else if (line.startsWith("finding:")) {
                    findings.add(expected(file, line));
                }
            }
            if (findings.isEmpty()) {
                throw new AssertionError(file + " says no finding, expected lines such as"
                        + " 'finding: eu-central-1 rule-id aws:sqs/queue:Queue::jobs' before the patch");
            }
            return new Mutation(file, findings.stream().sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Expected expected(Path file, String line) {
        String[] words = line.split("\\s+");
        if (words.length != 4) {
            throw new AssertionError(file + ": found '" + line + "', expected 'finding: STACK FINDING-ID URN'");
        }
        return new Expected(words[1], words[2], "urn:pulumi:" + words[1] + "::tandem::" + words[3]);
    }
}
