package dev.tandem.service.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which handler answers what. Patterns are paths with {@code {name}} for one part. Not for use by several threads until it is complete. */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();

    record Route(String method, String pattern, String[] parts, Handler handler) {}

    /** What was found. @param pattern the route's, for metrics */
    record Match(String pattern, Map<String, String> parameters, Handler handler) {}

    /** Adds a route. */
    public Routes on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern, pattern.split("/", -1), handler));
        return this;
    }

    Optional<Match> find(String method, String path) {
        String[] parts = path.split("/", -1);
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .flatMap(route -> match(route, parts).stream())
                .findFirst();
    }

    /** Whether another method would be answered. */
    boolean knows(String path) {
        String[] parts = path.split("/", -1);
        return routes.stream().anyMatch(route -> match(route, parts).isPresent());
    }

    private static Optional<Match> match(Route route, String[] parts) {
        if (parts.length != route.parts().length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            String expected = route.parts()[i];
            if (expected.startsWith("{") && !parts[i].isEmpty()) {
                parameters.put(expected.substring(1, expected.length() - 1), parts[i]);
            } else if (!expected.equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route.pattern(), parameters, route.handler()));
    }
}
