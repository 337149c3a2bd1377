package dev.tandem.mesh.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From JSON to records. Absent sections and fields have their defaults; unknown ones are refused. */
final class RouteReader {

    private RouteReader() {}

    static RouteDocument read(JsonNode json) {
        List<RouteProblem> problems = new ArrayList<>();
        Fields fields = new Fields(json, "", problems);
        fields.choice("schema", List.of(RouteJson.SCHEMA));
        RouteDocument document = document(fields);
        fields.refuseUnknown();
        if (!problems.isEmpty()) {
            String service = document.service();
            throw new RouteFormatException("route document" + (service.isEmpty() ? "" : " of " + service), problems);
        }
        return document;
    }

    private static RouteDocument document(Fields fields) {
        return new RouteDocument(
                fields.text("environment", null),
                fields.text("trustDomain", null),
                fields.text("service", null),
                fields.optionalText("path"),
                fields.number("port", RouteDocument.DEFAULT_PORT),
                fields.text("healthPath", RouteDocument.DEFAULT_HEALTH_PATH),
                fields.optionalChoice("rolledOutBy", List.of("mesh", "ecs")).filter("ecs"::equals)
                        .map(ecs -> RolledOutBy.ECS).orElse(RolledOutBy.MESH),
                fields.objects("versions", RouteReader::version),
                fields.texts("callers"),
                fields.texts("calls"),
                fields.objects("pins", RouteReader::pin),
                fields.number("timeoutMillis", RouteDocument.DEFAULT_TIMEOUT_MILLIS),
                fields.object("retries", RouteReader::retries).orElse(Retries.DEFAULT),
                fields.object("circuitBreaker", RouteReader::circuitBreaker).orElse(CircuitBreaker.DEFAULT),
                fields.object("outlierDetection", RouteReader::outlierDetection).orElse(OutlierDetection.DEFAULT),
                fields.object("fault", RouteReader::fault),
                fields.object("mirror", f -> new Mirror(f.text("version", null), f.number("percent", null))),
                fields.object("rateLimit", f -> new RateLimit(f.number("requestsPerSecond", null), f.number("burst", null))));
    }

    private static ServiceVersion version(Fields fields) {
        return new ServiceVersion(fields.text("name", null), fields.number("weight", null), fields.number("minMembers", 1));
    }

    private static Pin pin(Fields fields) {
        Pin.By kind = fields.choice("by", List.of("header", "cookie")).equals("cookie") ? Pin.By.COOKIE : Pin.By.HEADER;
        return new Pin(kind, fields.text("name", null), fields.text("value", null), fields.text("version", null));
    }

    private static Retries retries(Fields fields) {
        Retries d = Retries.DEFAULT;
        return new Retries(
                fields.number("attempts", d.attempts()),
                fields.number("perTryMillis", d.perTryMillis()),
                fields.number("budgetPercent", d.budgetPercent()),
                fields.number("minConcurrency", d.minConcurrency()),
                fields.number("backoffBaseMillis", d.backoffBaseMillis()),
                fields.number("backoffMaxMillis", d.backoffMaxMillis()));
    }

    private static CircuitBreaker circuitBreaker(Fields fields) {
        CircuitBreaker d = CircuitBreaker.DEFAULT;
        return new CircuitBreaker(
                fields.number("connections", d.connections()),
                fields.number("pendingRequests", d.pendingRequests()),
                fields.number("requests", d.requests()),
                fields.number("retries", d.retries()));
    }

    private static OutlierDetection outlierDetection(Fields fields) {
        OutlierDetection d = OutlierDetection.DEFAULT;
        return new OutlierDetection(
                fields.number("consecutive5xx", d.consecutive5xx()),
                fields.number("consecutiveGatewayFailures", d.consecutiveGatewayFailures()),
                fields.number("intervalMillis", d.intervalMillis()),
                fields.number("baseEjectionMillis", d.baseEjectionMillis()),
                fields.number("maxEjectionPercent", d.maxEjectionPercent()));
    }

    private static Fault fault(Fields fields) {
        return new Fault(
                fields.object("delay", f -> new Fault.Delay(f.number("millis", null), f.number("percent", null))),
                fields.object("abort", f -> new Fault.Abort(f.number("status", null), f.number("percent", null))),
                fields.object("onlyIf", f -> new Fault.HeaderGate(f.text("name", null), f.text("value", null))));
    }

    static String name(Pin.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
