package dev.tandem.e2e.identity;

import static dev.tandem.e2e.identity.Stage.PATHS;
import static dev.tandem.e2e.identity.Stage.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.issue.AuditRecord;
import dev.tandem.mesh.identity.issue.IssuerHandler;
import dev.tandem.mesh.identity.issue.LogGroupAudit;
import dev.tandem.requirements.Covers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** The function as Lambda calls it: environment in, log lines and an answer out. */
@NeedsTools(Tools.MOTO)
class IssuerHandlerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Moto moto;
    private Stage stage;

    @BeforeAll
    static void start() {
        moto = Moto.start();
        // Where the SDK looks first; Lambda puts the role's credentials elsewhere.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void reset() {
        moto.reset();
        stage = new Stage(moto);
    }

    @Test
    @Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED)
    void issuesOnAnEventOfTheScheduleAndReportsTheAge() throws Exception {
        String event = "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}";
        List<JsonNode> first = lines(event);
        stage.clock.pass(Duration.ofHours(5));
        List<JsonNode> second = lines(event);

        assertThat(first).filteredOn(line -> line.path("event").asText().equals("identity-issued")).hasSize(2)
                .allSatisfy(line -> assertThat(line.path("by").asText()).contains("function:issuer request r-1"));
        assertThat(first.get(first.size() - 1).path("IdentityAge").asLong()).isZero();
        JsonNode age = second.get(second.size() - 1);
        assertThat(second).as("of what goes on without, the log alone tells").hasSize(2);
        assertThat(second.get(0).path("event").asText()).isEqualTo("notice");
        assertThat(second.get(0).path("message").asText()).startsWith("eu-west-1 has no CA yet");
        assertThat(age.path("IdentityAge").asLong()).isEqualTo(5 * 3600);
        assertThat(age.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Tandem/Mesh");
        assertThat(age.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText()).isEqualTo("IdentityAge");
        assertThat(age.at("/_aws/CloudWatchMetrics/0/Dimensions/0/0").asText()).isEqualTo("Environment");
        assertThat(age.path("Environment").asText()).isEqualTo("prod");
    }

    @Test
    void replacesGarbageAndRefusesWhatItDoesNotUnderstand() {
        stage.ssm(PRIMARY).putParameter(p -> p.name(PATHS.bundle()).value("garbage").type("String"));
        List<String> out = new ArrayList<>();

        assertThat(run("{}", out)).isNotEmpty();
        assertThatThrownBy(() -> run("{\"ca\":\"rotat\"}", out))
                .isInstanceOf(IdentityException.class)
                .hasMessage("\"ca\" is \"rotat\", expected rotate or retire");
        assertThatThrownBy(() -> new IssuerHandler(Map.of("TANDEM_PROJECT", "tandem"), stage.clock, System.out)
                        .handleRequest(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new TestContext()))
                .hasMessageContainingAll("lacks [TANDEM_ENVIRONMENT, TANDEM_TRUST_DOMAIN, AWS_REGION", "MeshIdentity");
    }

    @Test
    void keepsRecordsOfWhatWasIssuedByHandInTheLogGroup() {
        CloudWatchLogsClient logs = moto.client(CloudWatchLogsClient.builder(), PRIMARY);
        logs.createLogGroup(group -> group.logGroupName("/tandem/prod/mesh-issuer"));
        LogGroupAudit audit = new LogGroupAudit(logs, "/tandem/prod/mesh-issuer", "by-hand/alice", "role", stage.clock);
        AuditRecord entry = new AuditRecord("identity-issued", stage.clock.instant(), "alice", "asked for", PRIMARY,
                "spiffe://prod.example.com/ns/prod/svc/auth", "abc", stage.clock.instant(), "CN=mesh CA");

        audit.write(entry);
        audit.write(entry);

        assertThat(logs.getLogEvents(e -> e.logGroupName("/tandem/prod/mesh-issuer").logStreamName("by-hand/alice")).events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.message()).isEqualTo(entry.toJson()));
        assertThatThrownBy(() -> new LogGroupAudit(logs, "/none", "s", "role", stage.clock).write(entry))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("logs:CreateLogStream on /none failed");
    }

    private List<JsonNode> lines(String event) throws Exception {
        List<String> out = new ArrayList<>();
        run(event, out);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private String run(String event, List<String> log) {
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            new IssuerHandler(environment(), stage.clock, new PrintStream(written, true, StandardCharsets.UTF_8))
                    .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new TestContext());
            log.addAll(written.toString(StandardCharsets.UTF_8).lines().toList());
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("TANDEM_PROJECT", "tandem");
        variables.put("TANDEM_ENVIRONMENT", "prod");
        variables.put("TANDEM_TRUST_DOMAIN", Stage.DOMAIN.name());
        variables.put("AWS_REGION", PRIMARY);
        variables.put("TANDEM_PEER_REGION", Stage.SECONDARY);
        variables.put("TANDEM_SERVICES", "auth,persona");
        variables.put("TANDEM_CA_KEY", Stage.CA_ALIAS);
        variables.put("TANDEM_DATA_KEY", Stage.DATA_ALIAS);
        variables.put("TANDEM_ISSUER_ROLE", "tandem-prod-mesh-issuer-eu-central-1");
        variables.put("TANDEM_AWS_ENDPOINT", moto.endpoint().toString());
        return variables;
    }
}
