package dev.tandem.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    private static final Map<String, String> TASK = Map.of("TANDEM_SERVICE", "orders", "TANDEM_ENVIRONMENT", "prod", "AWS_REGION", "eu-west-1",
            "PORT", "8080", "TABLE_NAME", "tandem-prod-orders", "MESH_PROXY", "http://127.0.0.1:15001");

    @Test
    void isWhatTheTaskSays() {
        ServiceSettings settings = ServiceSettings.of(TASK);

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.traceRatio()).isEqualTo(1);
        assertThat(settings.parameter("auth/jwks")).isEqualTo("/tandem/prod/auth/jwks");
        assertThat(settings.number("QUEUE_WAIT_SECONDS", 20)).isEqualTo(20);
        assertThat(ServiceSettings.of(with("QUEUE_WAIT_SECONDS", "5")).number("QUEUE_WAIT_SECONDS", 20)).isEqualTo(5);
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> ServiceSettings.of(Map.of("TANDEM_SERVICE", "orders", "PORT", " ")))
                .hasMessage("the environment lacks [TANDEM_ENVIRONMENT, AWS_REGION, PORT, TABLE_NAME, MESH_PROXY],"
                        + " which the component MeshService sets in a task, and ./tandem dev here");
    }

    @Test
    void whatIsNoNumberIsNamedWithWhatItIs() {
        assertThatThrownBy(() -> ServiceSettings.of(with("PORT", "http"))).hasMessage("the variable PORT is 'http', expected a whole number");
        assertThatThrownBy(() -> ServiceSettings.of(with("OTEL_TRACES_SAMPLER_ARG", "5 %")))
                .hasMessage("the variable OTEL_TRACES_SAMPLER_ARG is '5 %', expected a number from 0 to 1");
        assertThatThrownBy(() -> ServiceSettings.of(with("OTEL_TRACES_SAMPLER_ARG", "5"))).hasMessageContaining("is '5', expected a number from 0 to 1");
        assertThatThrownBy(() -> ServiceSettings.of(with("QUEUE_WAIT_SECONDS", "20s")).number("QUEUE_WAIT_SECONDS", 20))
                .hasMessage("the variable QUEUE_WAIT_SECONDS is '20s', expected a whole number");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(TASK);
        changed.put(name, value);
        return changed;
    }
}
