package dev.tandem.policy.waiver;

import dev.tandem.policy.PublicApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The findings that were there when a team adopted a pack: reported, but not stopping anything. It only shrinks; a new
 * finding is mended or waived.
 *
 * <p>A text file with one finding a line, {@code <finding id> <URN>}, sorted; lines that begin with {@code #} are
 * comments.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Waivers waivers = Waivers.of(WaiverFile.NONE).withBaseline(Baseline.parse("baseline.txt",
 *         "no-open-ingress urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::web"));
 * }</pre>
 *
 * @param name the file's name, for messages
 * @param entries the lines
 */
@PublicApi
public record Baseline(String name, Set<String> entries) {

    /** No findings. */
    public static final Baseline NONE = new Baseline("", Set.of());

    /**
     * Copies the entries.
     *
     * @param name of the file
     * @param entries {@code <finding id> <URN>} each
     */
    public Baseline {
        entries = Set.copyOf(entries);
    }

    /**
     * {@return the baseline in a file} A missing file is {@link #NONE}.
     *
     * @param file in UTF-8
     * @throws IllegalArgumentException naming file and line of an entry that is none, or a file that cannot be read
     */
    public static Baseline read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException e) {
            throw new IllegalArgumentException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * {@return the baseline in a text}
     *
     * @param name of the file, for messages
     * @param text its lines
     * @throws IllegalArgumentException naming file and line of an entry that is none
     */
    public static Baseline parse(String name, String text) {
        Set<String> entries = new TreeSet<>();
        int line = 0;
        for (String raw : text.lines().toList()) {
            line++;
            String entry = raw.trim();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            if (!entry.contains(" urn:pulumi:")) {
                throw new IllegalArgumentException(
                        name + ":" + line + ": '" + entry + "' is no entry, expected <finding id> <URN>");
            }
            entries.add(entry);
        }
        return new Baseline(name, entries);
    }

    /**
     * {@return the line of a finding, without its end}
     *
     * @param findingId a rule's id, with {@code [detail]} where one rule finds several things
     * @param urn of the resource, or of the stack
     */
    public static String entry(String findingId, String urn) {
        return findingId.replace('\n', ' ') + " " + urn;
    }

    boolean contains(String findingId, String urn) {
        return entries.contains(entry(findingId, urn));
    }

    /**
     * {@return what is left of it when these are all findings there are; never more than it was}
     *
     * @param present entries, {@code <finding id> <URN>} each
     */
    public Baseline shrinkTo(Collection<String> present) {
        return new Baseline(name, entries.stream().filter(present::contains).collect(Collectors.toSet()));
    }

    /** {@return the file's text, sorted, each line with its end} */
    public String text() {
        return entries.stream().sorted().map(e -> e + "\n").collect(Collectors.joining());
    }
}
