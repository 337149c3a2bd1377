package dev.tandem.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.requirements.Covers;
import dev.tandem.service.context.Traces;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogsTest {

    @Test
    @Covers("R5.1")
    void aLineIsJsonWithCorrelationAndTrace() throws Exception {
        JsonNode line = logged("order taken", "orderId", "4711");

        assertThat(line.path("message").asText()).isEqualTo("order taken");
        assertThat(line.path("orderId").asText()).isEqualTo("4711");
        assertThat(line.path("correlationId").asText()).isEqualTo("request-0815");
        assertThat(line.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(line.path("spanId").asText()).matches("[0-9a-f]{16}");
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("kind").asText()).isEqualTo("application");
    }

    @Test
    void personalDataIsMaskedByNameAndByForm() throws Exception {
        JsonNode line = logged("mail to ada@example.com with eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl sent", "displayName", "Ada Lovelace");

        assertThat(line.path("displayName").asText()).isEqualTo("[redacted]");
        assertThat(line.path("message").asText()).isEqualTo("mail to [redacted] with [redacted] sent");
    }

    private static JsonNode logged(String message, String key, String value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            context.reset();
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogsTest.class.getResource("/logback.xml"));
            try (OpenTelemetrySdk telemetry = Telemetry.start("test", Optional.empty(), 1)) {
                new Traces(telemetry).entering("work", SpanKind.SERVER, name -> name.equals("X-Correlation-Id") ? "request-0815" : null, span -> {
                    LoggerFactory.getLogger("test").atInfo().addKeyValue(key, value).log(message);
                    return null;
                });
            }
        } finally {
            System.setOut(before);
        }
        String text = bytes.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"test\"")).findFirst().orElseThrow();
        return new ObjectMapper().readTree(text);
    }
}
