package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.Fault;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The experiment that lets requests wait: the scripts of the planned automation, run as Systems Manager runs them, on a simulated table. */
@NeedsTools(Tools.MOTO)
class LatencyTest {

    /** The plan of the region's experiments, which a test of the components holds to the program. */
    private static final String PLAN = "components/src/test/resources/golden/chaos-plan.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String STEP = "import json, os; step = json.loads(os.environ['STEP']); space = {}; exec(step['Script'], space);"
            + " print(json.dumps(space[step['Handler']](step['InputPayload'], None)))";
    private static final Fault DELAY = new Fault(Optional.of(new Fault.Delay(300, 100)), Optional.empty(), Optional.empty());

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    @TempDir
    private Path directory;

    private final RouteStore store = RouteStore.consistent(AWS.dynamo(), RouteTables.TABLE, Clock.systemUTC());

    @BeforeEach
    void declared() {
        RouteTables.declare(AWS.dynamo(), RouteTables.auth(0));
    }

    private Run.Finished step(String name) throws IOException {
        JsonNode documents = JSON.readTree(ScratchClone.repository().resolve(PLAN).toFile()).at("/latency/documents");
        JsonNode automation = JSON.readTree(documents.path("tandem-prod-latency-auth").asText());
        JsonNode inputs = StreamSupport.stream(automation.path("mainSteps").spliterator(), false)
                .filter(step -> step.path("name").asText().equals(name)).findFirst().orElseThrow().path("inputs");
        Map<String, String> environment = Map.of("STEP", inputs.toString(), "AWS_ENDPOINT_URL", AWS.moto().endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
        return Run.in(directory, environment, LIMIT, List.of(Tools.MOTO.path().resolve("bin/python").toString(), "-c", STEP));
    }

    private LiveRoute live() {
        return store.live("auth").orElseThrow();
    }

    @Test
    void delayIsPublishedAndTakenOutWhateverElseWasChanged() throws IOException {
        step("publish").succeeded();
        LiveRoute delayed = live();
        assertThat(delayed.document().fault()).contains(DELAY);
        assertThat(store.pointer("auth").orElseThrow().author()).isEqualTo("experiment");

        store.publish(RouteTables.auth(5).toBuilder().fault(Optional.of(DELAY)).build(), RouteChange.of(delayed.document()), delayed.version(), "anna", "a canary");
        assertThat(step("takeBack").succeeded().out()).contains("\"version\": 3");
        assertThat(live().document()).isEqualTo(RouteTables.auth(5));
        assertThat(step("takeBack").succeeded().out()).as("a second time").contains("\"left\": 3");
    }

    @Test
    void refusesWhereSomebodyIsAtIt() throws IOException {
        new LeaseStore(AWS.dynamo(), RouteTables.TABLE, Clock.systemUTC()).acquire("auth", "anna", Duration.ofMinutes(5));
        assertThat(step("publish").err()).contains("auth is being changed by anna: start the experiment again when they are done");

        RouteTables.endLease(AWS.dynamo(), "auth");
        step("publish").succeeded();
        assertThat(step("publish").err()).contains("auth has a fault already: {\"delay\": {\"millis\": 300, \"percent\": 100}}");
    }
}
