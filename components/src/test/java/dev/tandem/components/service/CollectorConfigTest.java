package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tandem.components.iam.Effect;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the collector beside each service is told: the way of a trace and of a metric out of the task. */
class CollectorConfigTest {

    private static final MeshServicePlan PLAN = ServiceFixtures.plan(ServiceFixtures.auth());
    private static final JsonObject CONFIG = JsonParser.parseString(container("collector")
            .getAsJsonArray("environment").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(variable -> variable.get("name").getAsString().equals("AOT_CONFIG_CONTENT"))
            .findFirst().orElseThrow().get("value").getAsString()).getAsJsonObject();

    private static JsonObject container(String name) {
        return StreamSupport.stream(JsonParser.parseString(PLAN.containerDefinitions()).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(container -> container.get("name").getAsString().equals(name))
                .findFirst().orElseThrow();
    }

    private static String variable(String container, String name) {
        return container(container).getAsJsonArray("environment").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(variable -> variable.get("name").getAsString().equals(name))
                .findFirst().orElseThrow().get("value").getAsString();
    }

    private static JsonObject at(String... path) {
        JsonObject found = CONFIG;
        for (String key : path) {
            found = found.getAsJsonObject(key);
        }
        return found;
    }

    private static List<String> names(String pipeline, String part) {
        return at("service", "pipelines", pipeline).getAsJsonArray(part).asList().stream().map(JsonElement::getAsString).toList();
    }

    /** What the application sends arrives, on loopback only, and goes to X-Ray of its own region, which the role allows. */
    @Test
    @Covers(value = {"R2.5", "R5.2"}, evidence = Evidence.DESIGNED)
    void tracesGoFromTheApplicationToXray() {
        String receiver = at("receivers", "otlp", "protocols", "http").get("endpoint").getAsString();
        assertThat(receiver).startsWith("127.0.0.1:");
        assertThat(variable("app", "OTEL_EXPORTER_OTLP_ENDPOINT")).isEqualTo("http://" + receiver);
        assertThat(names("traces", "receivers")).containsExactly("otlp");
        assertThat(names("traces", "exporters")).containsExactly("awsxray");
        assertThat(at("exporters", "awsxray").get("region").getAsString()).isEqualTo(PLAN.names().region());
        assertThat(PLAN.taskRole().policies().values())
                .flatMap(policy -> policy.statements())
                .filteredOn(statement -> statement.effect() == Effect.ALLOW)
                .flatMap(statement -> statement.actions())
                .contains("xray:PutTraceSegments");
    }

    /** One combination of dimensions for each metric, since each is paid for; they go through the log group. */
    @Test
    @Covers(value = "R5.3", evidence = Evidence.DESIGNED)
    void requestsErrorsDurationAndSaturationGoToTheServicesLogGroup() {
        assertThat(names("metrics", "exporters")).containsExactly("awsemf");
        assertThat(names("metrics", "processors")).contains("filter/allowlist");
        JsonObject exporter = at("exporters", "awsemf");
        assertThat(exporter.get("log_group_name").getAsString()).isEqualTo(PLAN.names().logGroup());
        assertThat(exporter.get("dimension_rollup_option").getAsString()).isEqualTo("NoDimensionRollup");
        JsonElement declared = exporter.getAsJsonArray("metric_declarations").get(0);
        assertThat(declared.getAsJsonObject().getAsJsonArray("dimensions")).hasToString("[[\"service.name\"]]");
        assertThat(declared.getAsJsonObject().getAsJsonArray("metric_name_selectors").asList())
                .extracting(JsonElement::getAsString)
                .containsExactlyElementsOf(at("processors", "filter/allowlist", "metrics", "include")
                        .getAsJsonArray("metric_names").asList().stream().map(JsonElement::getAsString).toList())
                .contains("http.server.request.duration", "http.server.request.failures", "http.server.active_requests");
    }
}
