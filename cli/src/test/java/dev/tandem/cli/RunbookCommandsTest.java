package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What runbooks and the pipeline's page tell people to type is taken by the command line. */
class RunbookCommandsTest {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("`\\./tandem ([^`]+)`");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final List<String> SECTIONS = List.of("## Symptom", "## Look", "## Decide", "## Do", "## Verify", "## Undo");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("runbooks"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static void parse(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        new CommandLine(new Main()).parseArgs(words.toArray(String[]::new));
    }

    @Test
    @Covers("R11.2")
    void everyCommandExists() throws IOException {
        int commands = 0;
        for (Path page : pages()) {
            Matcher command = COMMAND.matcher(Files.readString(page));
            while (command.find()) {
                parse(command.group(1));
                commands++;
            }
        }
        assertThat(commands).isGreaterThan(30);
        assertThatThrownBy(() -> parse("canary raise auth")).hasMessageContaining("raise");
        assertThatThrownBy(() -> parse("throttle auth --rate 5")).hasMessageContaining("--rate");
    }

    @Test
    @Covers("R11.2")
    void everyPageHasTheSameSectionsAndIsInTheIndex() throws IOException {
        String index = Files.readString(DOCS.resolve("runbooks/README.md"));
        for (Path page : pages()) {
            if (!page.endsWith("README.md")) {
                assertThat(Files.readString(page).lines().filter(line -> line.startsWith("## "))).as("%s", page)
                        .containsExactlyElementsOf(SECTIONS);
                assertThat(index).contains("(" + page.getFileName() + ")");
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                assertThat(page.resolveSibling(link.group(1)).normalize()).as("link in %s", page.getFileName()).exists();
            }
        }
        assertThat(Set.copyOf(pages())).hasSizeGreaterThanOrEqualTo(16);
    }
}
