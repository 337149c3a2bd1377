package dev.tandem.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.agent.AgentArguments;
import dev.tandem.mesh.agent.AgentConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A shell that has read {@code .tandem/dev/env} can start {@code ./tandem dev} again, whose agents inherit what it exports. */
class OperatorsShellTest {

    private static final Map<String, String> AGENT = Task.agent("auth", "stable", "127.20.0.11", Path.of("/tmp/mesh"), "127.0.0.1:53");

    private static Map<String, String> exported() {
        Map<String, String> variables = new HashMap<>();
        Pattern.compile("([A-Z_]+)=(\\S+)").matcher(Main.exports(URI.create("http://127.0.0.1:8080"), URI.create("http://127.0.0.1:5000"))).results()
                .forEach(found -> variables.put(found.group(1), found.group(2)));
        return variables;
    }

    private static AgentConfig parsed(Map<String, String> shell, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(shell);
        all.putAll(own);
        return AgentArguments.parse(List.of(), all);
    }

    @Test
    void exportsNothingThatAnAgentWouldTakeForItsOwn() {
        assertThat(exported()).containsEntry("TANDEM_DEV_URL", "http://127.0.0.1:8080").containsKeys("TANDEM_ENVIRONMENT", "AWS_REGION");
        Map<String, String> alone = new HashMap<>(AGENT);
        alone.remove("TANDEM_EDGE");
        assertThat(parsed(exported(), alone)).isEqualTo(parsed(Map.of("AWS_REGION", Simulator.REGION), alone));
    }

    @Test
    void agentsDoNotTakeTheirEdgeFromTheShell() {
        Map<String, String> shell = Map.of("AWS_REGION", Simulator.REGION, "TANDEM_EDGE", "application");
        assertThat(parsed(shell, AGENT).sidecar().ownEdge()).isFalse();
    }
}
