package dev.tandem.e2e.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The language host asks the program's launcher which providers it needs; any failure there, or a stray word on
 * stdout, would be an empty list without a message, and the first deployment would lack its plugin.
 */
@NeedsTools
class RequiredPluginsTest {

    @Test
    void theHostLearnsThatTheProgramNeedsAwsAndNothingElseUnlessAStackChoosesIt() throws IOException {
        try (ScratchClone clone = ScratchClone.pristine()) {
            assertThat(plugins(clone)).containsExactlyInAnyOrder("resource aws 6.83.0", "language java 1.22.0");

            clone.replace("Pulumi.eu-west-1.yaml", "    endpointAvailabilityZones: 1\n",
                    "    endpointAvailabilityZones: 1\n    module: awsx\n");
            assertThat(plugins(clone)).containsExactlyInAnyOrder("resource aws 6.83.0", "resource awsx 3.11.0", "language java 1.22.0");
        }
    }

    private static List<String> plugins(ScratchClone clone) throws IOException {
        Run.Finished about = new StockCli(clone).pulumi("about", "--json").succeeded();
        List<String> plugins = new ArrayList<>();
        JsonNode report = new ObjectMapper().readTree(about.out());
        report.path("plugins").forEach(plugin -> plugins.add(plugin.path("kind").asText() + " "
                + plugin.path("name").asText() + " " + plugin.path("version").asText()));
        return plugins;
    }
}
