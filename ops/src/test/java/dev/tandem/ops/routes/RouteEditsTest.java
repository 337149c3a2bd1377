package dev.tandem.ops.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.mesh.route.Fault;
import dev.tandem.mesh.route.Pin;
import dev.tandem.mesh.route.RateLimit;
import dev.tandem.mesh.route.RouteDiff;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.OperationRefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RouteEditsTest {

    private static final RouteDocument AUTH = RouteDocument.builder("auth").in("prod", "prod.example.org")
            .version("stable", 100, 2).version("canary", 0, 0).build();

    private static String diff(RouteDocument next) {
        return RouteDiff.between(AUTH, next).human();
    }

    @Test
    void theOtherVersionTakesTheRest() {
        assertThat(diff(RouteEdits.weights(AUTH, Map.of("canary", 5)))).isEqualTo(
                "versions[canary].minMembers: 0 -> 1\nversions[canary].weight: 0 -> 5\nversions[stable].weight: 100 -> 95");
        RouteDocument promoted = RouteEdits.weights(AUTH, Map.of("canary", 100));
        assertThat(diff(promoted)).contains("versions[stable].weight: 100 -> 0").contains("versions[stable].minMembers: 2 -> 0");
        assertThat(RouteEdits.weights(promoted, Map.of("canary", 95)).version("stable").orElseThrow().weight()).isEqualTo(5);
    }

    @Test
    void whoGetsTheRestIsNotGuessed() {
        RouteDocument three = AUTH.toBuilder().version("stable", 50, 1).version("beta", 50, 1).build();
        assertThatThrownBy(() -> RouteEdits.weights(three, Map.of("canary", 5)))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessage("the weights {canary=5} sum to 5 and the rest, 95 %, could go to several of [beta, stable]: give each"
                        + " version its --weight, together 100");
        assertThat(RouteEdits.weights(three, Map.of("canary", 100)).version("beta").orElseThrow().weight()).isZero();
    }

    @Test
    void anUnknownVersionIsNamedWithTheNearest() {
        assertThatThrownBy(() -> RouteEdits.weights(AUTH, Map.of("canry", 5)))
                .hasMessage("service 'auth' has no version 'canry', expected one of [canary, stable]. Did you mean 'canary'?");
    }

    @Test
    void pinsComeFirstAndOnce() {
        Pin pin = EditTexts.pin("header:x-tester=yes@canary");
        RouteDocument pinned = RouteEdits.pin(RouteEdits.pin(AUTH, EditTexts.pin("cookie:t=1@stable")), pin);
        assertThat(RouteEdits.pin(pinned, pin).pins()).containsExactly(pin, new Pin(Pin.By.COOKIE, "t", "1", "stable"));
        assertThat(RouteEdits.withoutPins(pinned)).isEqualTo(AUTH);
    }

    @Test
    void throttleAndBackoffKeepWhatIsNotGiven() {
        assertThat(diff(RouteEdits.throttle(AUTH, Optional.of(new RateLimit(100, 200)), OptionalInt.of(50)))).isEqualTo(
                "circuitBreaker.requests: 200 -> 50\nrateLimit.burst: none -> 200\nrateLimit.requestsPerSecond: none -> 100");
        assertThat(diff(RouteEdits.backoff(AUTH, OptionalInt.of(0), OptionalInt.empty(), OptionalInt.of(100), OptionalInt.empty())))
                .isEqualTo("retries.attempts: 1 -> 0\nretries.backoffBaseMillis: 25 -> 100");
    }

    @Test
    void whatIsTypedIsReadOrRefusedWithAnExample() {
        assertThat(EditTexts.weights(List.of("canary=5", "stable=95%"))).isEqualTo(Map.of("canary", 5, "stable", 95));
        assertThat(EditTexts.fault(List.of("delay=300ms@10", "abort=503@5%"), Optional.of("x-chaos=on"))).isEqualTo(new Fault(
                Optional.of(new Fault.Delay(300, 10)), Optional.of(new Fault.Abort(503, 5)),
                Optional.of(new Fault.HeaderGate("x-chaos", "on"))));
        assertThat(EditTexts.mirror("canary@10").percent()).isEqualTo(10);
        assertThatThrownBy(() -> EditTexts.weights(List.of("canary:5")))
                .hasMessage("--weight: found 'canary:5', expected VERSION=PERCENT, such as canary=5");
        assertThatThrownBy(() -> EditTexts.weights(List.of("a=5", "a=6"))).hasMessageContaining("found 'a' twice");
        assertThatThrownBy(() -> EditTexts.fault(List.of("slow"), Optional.empty())).hasMessageContaining("such as delay=300ms@10");
        assertThatThrownBy(() -> EditTexts.pin("x@y")).hasMessageContaining("header:x-tester=yes@canary");
    }
}
