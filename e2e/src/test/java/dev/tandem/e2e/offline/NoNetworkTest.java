package dev.tandem.e2e.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Once it was built, a clone previews where there is no network but loopback, and builds there what was changed. */
@NeedsTools({})
class NoNetworkTest {

    private static final String MAIN = "infra/src/main/java/dev/tandem/infra/Main.java";
    private static final String NOWHERE = "ip link set lo up && ! ip route get 192.0.2.1 2>/dev/null && exec \"$@\"";

    private final ScratchClone clone = SharedClone.get();

    private Run.Finished cutOff(String... command) {
        List<String> all = new ArrayList<>(List.of("unshare", "--map-root-user", "--net", "sh", "-c", NOWHERE, "sh"));
        all.addAll(List.of(command));
        return Run.in(clone.root(), Map.of("JAVA_HOME", System.getProperty("java.home")), Duration.ofMinutes(6), all);
    }

    private String problem() {
        try {
            Run.Finished tried = cutOff("true");
            return tried.exit() == 0 ? "" : "unshare --net: " + tried.text();
        } catch (UncheckedIOException e) {
            return "util-linux is not installed: " + e.getMessage();
        }
    }

    @Test
    void aPreviewNeedsNoneAndNeitherDoesTheBuildOfAChange() {
        String problem = problem();
        if (!problem.isEmpty()) {
            System.err.println("SKIPPED: NoNetworkTest did not run: " + problem);
            Assumptions.abort("NoNetworkTest did not run: " + problem);
        }
        assertThat(new Tandem(clone).run("preview", "--stack", Stacks.PRIMARY).succeeded().text()).contains(Stacks.PRIMARY);

        String before = clone.replace(MAIN, "package dev.tandem.infra;", "package dev.tandem.infra; // changed");
        Run.Finished preview = cutOff("./tandem", "preview", "--stack", Stacks.PRIMARY);
        clone.write(MAIN, before);

        assertThat(preview.succeeded().out()).contains(Stacks.PRIMARY + ": ", " 0 mandatory ");
    }
}
