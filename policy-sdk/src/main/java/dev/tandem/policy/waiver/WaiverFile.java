package dev.tandem.policy.waiver;

import dev.tandem.policy.PublicApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The waivers of a repository, read from YAML:
 *
 * <pre>{@code
 * waivers:
 *   - finding: no-open-ingress            # or no-open-ingress[detail]
 *     urn: "urn:pulumi:dev::shop::*::legacy-*"
 *     reason: The partner's old client, replaced in March
 *     owner: platform@example.org
 *     until: 2027-03-31
 * }</pre>
 *
 * <p>Reading fails closed: an entry with any mistake waives nothing and is a problem, which becomes a finding; a file
 * that is no YAML waives nothing at all.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * WaiverFile file = WaiverFile.read(Path.of("waivers.yaml"));
 * file.problems().forEach(System.err::println); // such as: waivers.yaml:3: ...
 * }</pre>
 *
 * @param name the file's name, for messages
 * @param waivers the entries without mistakes
 * @param problems one text per mistake, beginning with {@code name:line}
 */
@PublicApi
public record WaiverFile(String name, List<Waiver> waivers, List<String> problems) {

    /** No waivers. */
    public static final WaiverFile NONE = new WaiverFile("", List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param name of the file
     * @param waivers without mistakes
     * @param problems one text per mistake
     */
    public WaiverFile {
        waivers = List.copyOf(waivers);
        problems = List.copyOf(problems);
    }

    /**
     * {@return the waivers in a file} A missing file is {@link #NONE}, an unreadable one a problem.
     *
     * @param file in UTF-8
     */
    public static WaiverFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException e) {
            return new WaiverFile(name, List.of(), List.of(name + ": cannot be read: " + e.getMessage()));
        }
    }

    /**
     * {@return the waivers in a text} Never throws for what it says.
     *
     * @param name of the file, for messages
     * @param yaml the file's text
     */
    public static WaiverFile parse(String name, String yaml) {
        return new WaiverReader(name).read(yaml);
    }
}
