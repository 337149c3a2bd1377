package dev.tandem.mesh.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RouteJsonTest {

    private static final String LEAST = """
            {"schema": "tandem.route/1", "environment": "prod", "trustDomain": "prod.example.org", "service": "auth",
             "versions": [{"name": "stable", "weight": 100}]}""";

    @Test
    void whatIsLeftOutHasItsDefault() {
        RouteDocument document = RouteJson.parse(LEAST);
        assertThat(document.port()).isEqualTo(8080);
        assertThat(document.retries()).isEqualTo(Retries.DEFAULT);
        assertThat(document.circuitBreaker()).isEqualTo(CircuitBreaker.DEFAULT);
        assertThat(document.outlierDetection()).isEqualTo(OutlierDetection.DEFAULT);
        assertThat(document.version("stable")).contains(new ServiceVersion("stable", 100, 1));
        assertThat(document.fault()).isEmpty();
        assertThat(RouteChecks.of(document)).isEmpty();
    }

    @Test
    void aSectionMayLeaveOutFields() {
        RouteDocument document = RouteJson.parse(LEAST.replaceFirst("\\{", "{\"retries\": {\"attempts\": 0},"));
        assertThat(document.retries().attempts()).isZero();
        assertThat(document.retries().perTryMillis()).isEqualTo(Retries.DEFAULT.perTryMillis());
    }

    @Test
    void theCanonicalFormIsFixed() {
        assertThat(RouteJson.canonicalText(RouteJson.parse(LEAST))).isEqualTo("{\"callers\":[],\"calls\":[],"
                + "\"circuitBreaker\":{\"connections\":100,\"pendingRequests\":100,\"requests\":200,\"retries\":10},"
                + "\"environment\":\"prod\",\"healthPath\":\"/healthz\",\"outlierDetection\":{\"baseEjectionMillis\":10000,"
                + "\"consecutive5xx\":5,\"consecutiveGatewayFailures\":3,\"intervalMillis\":2000,\"maxEjectionPercent\":50},"
                + "\"pins\":[],\"port\":8080,\"retries\":{\"attempts\":1,\"backoffBaseMillis\":25,\"backoffMaxMillis\":250,"
                + "\"budgetPercent\":20,\"minConcurrency\":3,\"perTryMillis\":800},\"schema\":\"tandem.route/1\","
                + "\"service\":\"auth\",\"timeoutMillis\":2000,\"trustDomain\":\"prod.example.org\","
                + "\"versions\":[{\"minMembers\":1,\"name\":\"stable\",\"weight\":100}]}");
        assertThat(RouteJson.digest(RouteJson.parse(LEAST))).matches("sha256:[0-9a-f]{64}");
    }

    /** An agent or a command from before the field reads documents of the mesh as it always did, and finds the same digest. */
    @Test
    void whoRollsItOutIsSaidOnlyWhereItIsEcs() {
        RouteDocument without = RouteJson.parse(LEAST);
        RouteDocument mesh = RouteJson.parse(LEAST.replaceFirst("\\{", "{\"rolledOutBy\": \"mesh\","));
        RouteDocument ecs = RouteJson.parse(LEAST.replaceFirst("\\{", "{\"rolledOutBy\": \"ecs\","));
        assertThat(without.rolledOutBy()).isEqualTo(RolledOutBy.MESH);
        assertThat(RouteJson.digest(mesh)).isEqualTo(RouteJson.digest(without));
        assertThat(RouteJson.canonicalText(ecs)).contains("\"retries\":10},\"environment\"")
                .contains("\"perTryMillis\":800},\"rolledOutBy\":\"ecs\",\"schema\"");
        assertThat(RouteJson.parse(RouteJson.canonicalText(ecs))).isEqualTo(ecs);
        assertThatThrownBy(() -> RouteJson.parse(LEAST.replaceFirst("\\{", "{\"rolledOutBy\": \"ECS\",")))
                .hasMessageContaining("rolledOutBy: found \"ECS\", expected \"mesh\" or \"ecs\"");
    }

    @Test
    void theSameKeyTwiceIsRefused() {
        assertThatThrownBy(() -> RouteJson.parse(LEAST.replace("\"weight\": 100", "\"weight\": 100, \"weight\": 5")))
                .isInstanceOf(RouteFormatException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("Duplicate field 'weight'")
                .hasMessageContaining("every key once");
    }

    @Test
    void allProblemsAreSaidAtOnceWithTheirPaths() {
        String bad = LEAST.replace("100}", "\"much\", \"colour\": 1}").replace("\"environment\": \"prod\", ", "")
                .replace("\"auth\"", "\"auth\", \"retires\": {}");
        assertThatThrownBy(() -> RouteJson.parse(bad))
                .hasMessageContaining("route document of auth:")
                .hasMessageContaining("environment: found nothing, expected a text")
                .hasMessageContaining("versions[0].weight: found \"much\", expected a whole number")
                .hasMessageContaining("versions[0].colour: found a field that route documents do not have, expected one of"
                        + " [minMembers, name, weight]")
                .hasMessageContaining("retires: found a field that route documents do not have");
    }

    @Test
    void numbersAreNotBent() {
        for (String number : new String[] {"5.5", "1e99", "\"5\"", "true", "99999999999", "[]"}) {
            assertThatThrownBy(() -> RouteJson.parse(LEAST.replace("100", number)))
                    .as(number)
                    .hasMessageContaining("versions[0].weight: found " + number.replace("1e99", "1.0E+99").substring(0, 1));
        }
    }

    @Test
    void garbageIsRefusedWithoutATrace() {
        for (String garbage : new String[] {"", "{", "[]", "null", "\"x\"", LEAST + "}", "\u0000\u0001", "{\"schema\":"}) {
            assertThatThrownBy(() -> RouteJson.parse(garbage)).as(garbage).isInstanceOf(RouteFormatException.class);
        }
    }

    @Test
    void anotherSchemaIsRefused() {
        assertThatThrownBy(() -> RouteJson.parse(LEAST.replace("route/1", "route/2")))
                .hasMessageContaining("schema: found \"tandem.route/2\", expected \"tandem.route/1\"");
    }
}
