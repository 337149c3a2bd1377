package dev.tandem.preview.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Pages of the project that a report shows: those of rules, and the coverage of requirements. Immutable.
 *
 * @param root the project's folder
 * @param today what the days left of waivers are counted from
 */
public record Paper(Path root, LocalDate today) {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();
    private static final String EMPTY_HEAD = "<thead>\\s*<tr>\\s*(<th[^>]*></th>\\s*)+</tr>\\s*</thead>";
    private static final String REQUIREMENTS = "docs/requirements.md";

    /** The page at a path below the project as HTML; empty when there is none, or the path leads elsewhere. */
    Optional<String> page(String path) {
        // Markdown cannot leave the head of a table out; a screen reader should not read an empty one.
        return markdown(path).map(text -> RENDERER.render(PARSER.parse(text)).replaceAll(EMPTY_HEAD, ""));
    }

    /** What the project's tests prove of its requirements, when it keeps count of it. */
    Optional<String> requirements() {
        return page(REQUIREMENTS);
    }

    private Optional<String> markdown(String path) {
        Path folder = root.toAbsolutePath().normalize();
        if (path.isBlank() || path.contains(":") || !path.endsWith(".md")) {
            return Optional.empty();
        }
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            // The title of the page stands above it already.
            return Optional.of(Files.readString(file).replaceFirst("\\A# [^\n]*\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
