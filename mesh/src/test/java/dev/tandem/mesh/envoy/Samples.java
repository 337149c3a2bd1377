package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.CircuitBreaker;
import dev.tandem.mesh.route.Fault;
import dev.tandem.mesh.route.Mirror;
import dev.tandem.mesh.route.OutlierDetection;
import dev.tandem.mesh.route.Pin;
import dev.tandem.mesh.route.RateLimit;
import dev.tandem.mesh.route.Retries;
import dev.tandem.mesh.route.RouteDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks and documents for the tests. The addresses are unusual ones of loopback, so that a real Envoy can be given them. */
final class Samples {

    /** As long as a document may have it: Envoy holds the size of a regular expression to its bootstrap's limit. */
    private static final Pin LONGEST = new Pin(Pin.By.COOKIE, "n".repeat(64), "v.".repeat(64), "canary");

    private Samples() {}

    static Sidecar sidecar(int number) {
        String loopback = "127.0.77." + number;
        return Sidecar.of("stable", "auth-stable-1", "eu-central-1", "/mesh").at(loopback, loopback);
    }

    /** A service behind the load balancer with everything that a document can say. */
    static RouteDocument auth() {
        return RouteDocument.builder("auth")
                .in("prod", "mesh.example.org")
                .path(Optional.of("/api/auth"))
                .version("stable", 95, 2)
                .version("canary", 5, 1)
                .callers(List.of("persona"))
                .calls(List.of("persona"))
                .pins(List.of(new Pin(Pin.By.HEADER, "x-tester", "canary", "canary"),
                        new Pin(Pin.By.COOKIE, "tester", "a.b", "canary"), LONGEST))
                .fault(Optional.of(new Fault(Optional.of(new Fault.Delay(300, 10)), Optional.of(new Fault.Abort(503, 5)),
                        Optional.of(new Fault.HeaderGate("x-chaos", "on")))))
                .mirror(Optional.of(new Mirror("canary", 50)))
                .rateLimit(Optional.of(new RateLimit(100, 200)))
                .build();
    }

    /** An internal service that auth calls; retries counted, not budgeted. */
    static RouteDocument persona() {
        return RouteDocument.builder("persona")
                .in("prod", "mesh.example.org")
                .application(8081, "/health")
                .version("stable", 100, 1)
                .version("canary", 0, 0)
                .callers(List.of("auth"))
                .timeoutMillis(1_500)
                .retries(new Retries(2, 400, 0, 0, 10, 100))
                .circuitBreaker(new CircuitBreaker(50, 20, 60, 4))
                .outlierDetection(new OutlierDetection(4, 2, 1_000, 5_000, 30))
                .build();
    }

    /** A task of auth, one region. */
    static MeshView one() {
        return MeshView.of(auth(), List.of(persona()));
    }

    /** A task of persona, which calls auth, in two regions. */
    static MeshView two() {
        RouteDocument own = persona().toBuilder().calls(List.of("auth")).build();
        return MeshView.of(own, List.of(auth().toBuilder().fault(Optional.empty()).mirror(Optional.empty()).pins(List.of()).build()))
                .withRemote(Map.of("auth-stable", List.of(new Member("10.20.1.7", 9443), new Member("10.20.1.5", 9443))));
    }
}
