package dev.tandem.policies.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is told of a rule beside its catalogue entry: why it exists, and one violating and one clean example. Kept as
 * {@code rules/<rule id>.md} beside the classes, read only when pages are made or tested.
 *
 * @param why some paragraphs
 * @param violates a plan in YAML that the rule refuses with exactly one finding
 * @param passes a plan in YAML that the rule has nothing to say about
 */
public record SideFile(String why, String violates, String passes) {

    /**
     * The side file of a rule; empty when there is none.
     *
     * @throws IllegalArgumentException when a section is missing; the message names file and section
     */
    public static Optional<SideFile> of(String ruleId) {
        String path = "/dev/tandem/policies/rules/" + ruleId + ".md";
        try (InputStream in = SideFile.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new SideFile(
                    section(path, text, "## Why"),
                    code(path, section(path, text, "## Violates")),
                    code(path, section(path, text, "## Passes"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(String path, String text, String heading) {
        int at = ("\n" + text).indexOf("\n" + heading + "\n");
        if (at < 0) {
            throw new IllegalArgumentException(path + ": expected a section \"" + heading + "\", found none");
        }
        int from = at + heading.length() + 1;
        int to = text.indexOf("\n## ", from - 1);
        String body = (to < 0 ? text.substring(from) : text.substring(from, to)).strip();
        if (body.isEmpty()) {
            throw new IllegalArgumentException(path + ": the section \"" + heading + "\" is empty");
        }
        return body;
    }

    private static String code(String path, String section) {
        if (!section.startsWith("```yaml\n") || !section.endsWith("\n```")) {
            throw new IllegalArgumentException(path + ": expected one yaml code block, found " + section);
        }
        return section.substring("```yaml\n".length(), section.length() - "\n```".length());
    }
}
