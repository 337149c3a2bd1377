package dev.tandem.e2e.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the default stacks in a real browser. */
@NeedsTools(Tools.CHROMIUM)
class HtmlReportTest {

    private static final Path STRUCTURE = Path.of("src/test/resources/report/structure.txt");

    @TempDir
    static Path folder;

    private static String html;

    @BeforeAll
    static void write() throws IOException {
        Path file = folder.resolve("report.html");
        new Tandem(SharedClone.get()).run("preview", "--format", "html", "--out", file.toString()).succeeded();
        html = Files.readString(file);
    }

    @ParameterizedTest(name = "{0} px, dark: {1}")
    @CsvSource({"1280,false", "1280,true", "390,false", "390,true"})
    void isLegibleAtEveryWidthAndInBothColourSchemes(int width, boolean dark) {
        // axe-core takes ten seconds a page; what it looks for does not hang on the width, which the probe looks at.
        boolean axe = width > 1000;
        JsonNode seen = Browser.look(folder, html, width, dark, axe);

        assertThat(seen.path("problems")).as("layout").isEmpty();
        assertThat(seen.path("scrollWidth").asInt()).as("no sideways scrolling").isLessThanOrEqualTo(seen.path("width").asInt());
        assertThat(seen.path("dark").asBoolean()).isEqualTo(dark);
        if (axe) {
            assertThat(seen.path("axeRules").asInt()).isPositive();
            assertThat(seen.path("axe")).as("axe-core").isEmpty();
        }
        assertThat(seen.path("requests")).as("what the page loads").isEmpty();
    }

    @Test
    void noTextOfThePicturesIsCut() {
        assertThat(Pattern.compile("<text[^>]*>([^<]*)</text>").matcher(html).results().map(m -> m.group(1)).toList())
                .hasSizeGreaterThan(20).noneMatch(text -> text.endsWith("…"));
    }

    /** With {@code -Dreport.write=true} the file is written anew. */
    @Test
    void hasTheSectionsAndBoxesOfTheGoldenFile() throws IOException {
        List<String> lines = new ArrayList<>();
        Browser.look(folder, html, 1280, false, false).path("structure").forEach(n -> lines.add(n.asText()));
        if (Boolean.getBoolean("report.write")) {
            Files.write(STRUCTURE, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(STRUCTURE));
    }
}
