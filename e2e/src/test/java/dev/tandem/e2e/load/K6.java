package dev.tandem.e2e.load;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.Tools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Runs a load script of the pipeline as the pipeline does. */
final class K6 {

    /** What k6 ends with when a threshold was crossed. */
    static final int RED = 99;

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Path SCRIPTS = ScratchClone.repository().resolve("pipeline/k6");
    private static final Pattern CROSSED = Pattern.compile("thresholds on metrics '([^']*)' have been crossed");

    private K6() {}

    /** Runs a script with its settings, NAME=value each. */
    static Run.Finished run(String script, String... settings) {
        Map<String, String> environment = new HashMap<>(Map.of("K6", Tools.K6.path().resolve("k6").toString()));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        return Run.in(SCRIPTS, environment, LIMIT,
                List.of(SCRIPTS.resolve("run").toString(), script, Path.of("target/k6").toAbsolutePath().toString()));
    }

    /** Runs a script that must be green; again if it is not, up to five times in all, since others may have had the processor. */
    static Run.Finished green(String script, String... settings) {
        Run.Finished finished = run(script, settings);
        for (int again = 0; again < 4 && finished.exit() == RED; again++) {
            finished = run(script, settings);
        }
        return finished.succeeded();
    }

    /** The metrics whose thresholds were crossed. */
    static Set<String> crossed(Run.Finished finished) {
        Set<String> out = new TreeSet<>();
        CROSSED.matcher(finished.text()).results().forEach(found -> out.addAll(List.of(found.group(1).split(", "))));
        return out;
    }
}
