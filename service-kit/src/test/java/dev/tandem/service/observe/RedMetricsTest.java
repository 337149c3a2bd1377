package dev.tandem.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.requirements.Covers;
import dev.tandem.service.context.Traces;
import dev.tandem.service.http.HttpCaller;
import dev.tandem.service.http.HttpService;
import dev.tandem.service.http.Response;
import dev.tandem.service.http.Routes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What a request leaves behind, against the very list in the task's definition that says which metrics leave the task. */
class RedMetricsTest {

    @Test
    @Covers(value = "R5.1", evidence = Covers.Evidence.SIMULATED)
    void aRequestIsRecordedByTheNamesThatTheCollectorLetsPass() throws Exception {
        Reader reader = new Reader();
        try (OpenTelemetrySdk telemetry = Telemetry.sdk(Resource.getDefault(), SdkTracerProvider.builder(), reader)) {
            work(telemetry);

            // The JVM's own metrics stay in the task.
            Map<String, MetricData> now = reader.now(name -> !name.startsWith("jvm."));
            assertThat(now).as("metrics that are on the collector's list").containsOnlyKeys(allowed());
            assertThat(histogram(now, "http.server.request.duration"))
                    .containsOnlyKeys("http.response.status_code=200,http.route=/things/{id}", "http.response.status_code=503,http.route=/broken")
                    .containsValues(2L, 1L);
            assertThat(histogram(now, "http.client.request.duration"))
                    .containsOnlyKeys("http.response.status_code=200,server.address=callee").containsValues(1L);
            assertThat(now.get("http.server.request.failures").getLongSumData().getPoints())
                    .singleElement().satisfies(point -> assertThat(text(point)).isEqualTo("http.route=/broken 1"));
            assertThat(now.get("http.server.active_requests").getLongSumData().getPoints())
                    .singleElement().satisfies(point -> assertThat(point.getValue()).as("all were answered").isZero());
            assertThat(now.get("http.server.request.duration").getUnit()).isEqualTo("s");
        }
    }

    @Test
    @Covers(value = "R5.1", evidence = Covers.Evidence.SIMULATED)
    void theyReachTheCollectorWhenTheServiceStops() throws Exception {
        Map<String, String> received = new ConcurrentHashMap<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/", exchange -> {
            // Names are plain text within OTLP's protobuf.
            received.merge(exchange.getRequestURI().getPath(), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1), String::concat);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            try (OpenTelemetrySdk telemetry = Telemetry.start("auth", Optional.of("http://127.0.0.1:" + collector.getAddress().getPort()), 1)) {
                work(telemetry);
            }
            assertThat(received).containsOnlyKeys("/v1/metrics", "/v1/traces");
            assertThat(received.get("/v1/metrics")).contains(allowed()).contains("service.name", "auth");
            assertThat(received.get("/v1/traces")).contains("GET /things/{id}");
        } finally {
            collector.stop(0);
        }
    }

    private static void work(OpenTelemetrySdk telemetry) throws Exception {
        Traces traces = new Traces(telemetry);
        RedMetrics metrics = new RedMetrics(telemetry);
        try (HttpService service = HttpService.start("127.0.0.1", 0, new Routes()
                .on("GET", "/things/{id}", request -> Response.json(200, "{}"))
                .on("GET", "/broken", request -> Response.empty(503)), traces, metrics)) {
            URI base = URI.create("http://127.0.0.1:" + service.port());
            assertThat(new HttpCaller("callee", base, Duration.ofSeconds(30), traces, metrics).call("GET", "/things/1", Map.of(), "").status())
                    .isEqualTo(200);
            assertThat(get(base.resolve("/things/2"))).isEqualTo(200);
            assertThat(get(base.resolve("/broken"))).isEqualTo(503);
        }
    }

    private static int get(URI uri) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** From the definition of auth's containers, as the component MeshService makes it. */
    static String[] allowed() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode containers = mapper.readTree(Path.of("..", "components/src/test/resources/golden/service-containers-auth.json").toFile());
        for (JsonNode variable : containers.findValues("environment").stream().flatMap(each -> stream(each).stream()).toList()) {
            if (variable.path("name").asText().equals("AOT_CONFIG_CONTENT")) {
                return stream(mapper.readTree(variable.path("value").asText()).at("/processors/filter~1allowlist/metrics/include/metric_names"))
                        .stream().map(JsonNode::asText).toArray(String[]::new);
            }
        }
        throw new AssertionError("no container of the golden file has AOT_CONFIG_CONTENT, the collector's configuration");
    }

    private static List<JsonNode> stream(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    /** Counts by attributes. */
    private static Map<String, Long> histogram(Map<String, MetricData> now, String name) {
        Map<String, Long> counts = new TreeMap<>();
        for (HistogramPointData point : now.get(name).getHistogramData().getPoints()) {
            counts.put(attributes(point.getAttributes().asMap()), point.getCount());
        }
        return counts;
    }

    private static String text(LongPointData point) {
        return attributes(point.getAttributes().asMap()) + " " + point.getValue();
    }

    private static String attributes(Map<?, ?> attributes) {
        Map<String, Object> sorted = new TreeMap<>();
        attributes.forEach((key, value) -> sorted.put(key.toString(), value));
        return sorted.toString().replaceAll("[{](.*)[}]", "$1").replace(", ", ",");
    }
}
