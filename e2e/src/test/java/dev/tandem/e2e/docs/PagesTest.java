package dev.tandem.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages link to what exists, and the index of decisions has each of them, in order. */
class PagesTest {

    private static final Path ROOT = ScratchClone.repository();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".tandem", "node_modules");
    private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(?:#[^)]*)?\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    private static List<Path> pages(Path directory) throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory).sorted()) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry) && !NOT_OURS.contains(entry.getFileName().toString())) {
                    pages.addAll(pages(entry));
                } else if (entry.toString().endsWith(".md")) {
                    pages.add(entry);
                }
            }
        }
        return pages;
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = pages(ROOT);
        for (Path page : pages) {
            LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll("")).results().map(link -> link.group(1))
                    .filter(link -> !ELSEWHERE.matcher(link).matches() && !Files.exists(page.resolveSibling(link)))
                    .forEach(link -> broken.add(ROOT.relativize(page) + " links to " + link));
        }
        assertThat(pages).hasSizeGreaterThan(250);
        assertThat(broken).isEmpty();
    }

    @Test
    void theIndexHasEveryDecisionInOrder() throws IOException {
        List<String> files;
        try (Stream<Path> entries = Files.list(ROOT.resolve("docs/adr"))) {
            files = entries.map(entry -> entry.getFileName().toString()).filter(name -> name.matches("\\d{4}-.*\\.md")).sorted().toList();
        }
        String index = Files.readString(ROOT.resolve("docs/adr/README.md"));
        assertThat(Pattern.compile("\\]\\((\\d{4}-[^)]*)\\)").matcher(index).results().map((MatchResult link) -> link.group(1)))
                .containsExactlyElementsOf(files);
    }
}
