package dev.tandem.e2e.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.dev.Ports;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A newcomer's path: the commands of {@code docs/tutorial.md}, in their order in a clone, with the output that the page shows. */
@NeedsTools({Tools.MOTO, Tools.ENVOY})
class TutorialTest {

    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");

    /** A command and the output that the page shows for it. */
    private record Step(String command, String output) {}

    @Test
    void the_commands_of_the_tutorial_do_what_it_says() throws IOException {
        try (ScratchClone clone = ScratchClone.pristine()) {
            List<Step> steps = steps(Files.readString(clone.root().resolve("docs/tutorial.md")));
            assertThat(steps).hasSizeGreaterThan(10);
            Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "AWS_REGION", "", "AWS_PROFILE", "",
                    "TANDEM_DEV_EDGE", Integer.toString(Ports.free()), "TANDEM_DEV_PAGE", Integer.toString(Ports.free()),
                    "TANDEM_DEV_NETWORK", "25.0");
            try {
                for (Step step : steps) {
                    Run.Finished ran = Run.in(clone.root(), environment, LIMIT, List.of("bash", "-c", step.command()));
                    assertThat(ran.out().strip()).as("%s%n%s", step.command(), ran.text()).matches(shown(step.output()));
                }
            } finally {
                // Whatever failed before the page's own last command.
                Run.in(clone.root(), environment, LIMIT, List.of("./tandem", "dev", "down"));
            }
        }
    }

    /** {@code …} stands for any text. */
    private static Pattern shown(String output) {
        return Pattern.compile(Arrays.stream(output.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static List<Step> steps(String page) {
        List<Step> out = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            for (String part : block.group(1).split("(?m)^\\$ ")) {
                if (!part.isBlank()) {
                    int end = part.indexOf('\n');
                    out.add(new Step(part.substring(0, end), part.substring(end + 1)));
                }
            }
        }
        return out;
    }
}
