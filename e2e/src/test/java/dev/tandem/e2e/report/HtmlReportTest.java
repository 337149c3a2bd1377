package dev.tandem.e2e.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.StackFiles;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the default stacks and of examples in a real browser. */
@NeedsTools(Tools.CHROMIUM)
class HtmlReportTest {

    private static final Path STRUCTURE = Path.of("src/test/resources/report/structure.txt");

    @TempDir
    static Path folder;

    private static String html;

    @BeforeAll
    static void write() {
        html = report(SharedClone.get());
    }

    @ParameterizedTest(name = "{0} px, dark: {1}")
    @CsvSource({"1280,false", "1280,true", "390,false", "390,true"})
    void isLegibleAtEveryWidthAndInBothColourSchemes(int width, boolean dark) {
        // axe-core takes ten seconds a page; what it looks for does not hang on the width, which the probe looks at.
        boolean axe = width > 1000;
        JsonNode seen = Browser.look(folder, html, width, dark, axe);

        isWhole(seen);
        String background = seen.path("background").asText();
        assertThat(brightness(background) < 128).as("%s is dark", background).isEqualTo(dark);
        if (axe) {
            assertThat(seen.path("axeRules").asInt()).isPositive();
            assertThat(seen.path("axe")).as("axe-core").isEmpty();
        }
        assertThat(seen.path("requests")).as("what the page loads").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "resilient"})
    void theExamplesAreLegibleAtEveryWidth(String example) {
        String page = StackFiles.with(stack -> StackFiles.ofExample(example, stack), HtmlReportTest::report);

        for (int width : new int[] {1280, 390}) {
            JsonNode seen = Browser.look(folder, page, width, false, false);
            isWhole(seen);
            assertThat(seen.path("structure")).as("boxes of the pictures").anyMatch(each -> each.asText().startsWith("box "));
        }
    }

    private static void isWhole(JsonNode seen) {
        assertThat(seen.path("problems")).as("layout").isEmpty();
        assertThat(seen.path("scrollWidth").asInt()).as("no sideways scrolling").isPositive().isLessThanOrEqualTo(seen.path("width").asInt());
    }

    /** Mean of the three parts of a colour, 0 to 255. @param colour as a browser computes it, {@code rgb(1, 2, 3)} */
    private static double brightness(String colour) {
        assertThat(colour).as("the page's background").matches("rgb\\(\\d+, \\d+, \\d+\\)");
        return Pattern.compile("\\d+").matcher(colour).results().mapToInt(part -> Integer.parseInt(part.group())).average().orElseThrow();
    }

    private static String report(ScratchClone clone) {
        try {
            Path file = Files.createTempFile(folder, "report", ".html");
            new Tandem(clone).run("preview", "--format", "html", "--out", file.toString()).succeeded();
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
