package dev.tandem.mesh.route;

import java.util.List;
import java.util.Optional;

/** Documents that are right. */
final class Samples {

    private Samples() {}

    static RouteDocument auth() {
        return RouteDocument.builder("auth")
                .in("prod", "prod.example.org")
                .path(Optional.of("/api/auth"))
                .version("stable", 95, 2)
                .version("canary", 5, 1)
                .callers(List.of("persona"))
                .build();
    }

    static RouteDocument persona() {
        return RouteDocument.builder("persona")
                .in("prod", "prod.example.org")
                .version("stable", 100, 1)
                .calls(List.of("auth"))
                .build();
    }

    static RouteDocument full() {
        return auth().toBuilder()
                .rolledOutBy(RolledOutBy.ECS)
                .pins(List.of(
                        new Pin(Pin.By.HEADER, "x-tandem-version", "canary", "canary"),
                        new Pin(Pin.By.COOKIE, "tester", "yes", "canary")))
                .fault(Optional.of(new Fault(
                        Optional.of(new Fault.Delay(300, 10)),
                        Optional.of(new Fault.Abort(503, 1)),
                        Optional.of(new Fault.HeaderGate("x-chaos", "on")))))
                .mirror(Optional.of(new Mirror("canary", 10)))
                .rateLimit(Optional.of(new RateLimit(100, 200)))
                .build();
    }
}
