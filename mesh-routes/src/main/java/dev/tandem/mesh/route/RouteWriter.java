package dev.tandem.mesh.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** From records to JSON: every field that has a value, defaults too, so that a later change of a default changes no document. */
final class RouteWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RouteWriter() {}

    static ObjectNode write(RouteDocument document) {
        ObjectNode json = NODES.objectNode();
        json.put("schema", RouteJson.SCHEMA);
        json.put("environment", document.environment());
        json.put("trustDomain", document.trustDomain());
        json.put("service", document.service());
        document.path().ifPresent(path -> json.put("path", path));
        json.put("port", document.port());
        json.put("healthPath", document.healthPath());
        // Left out where it is the mesh, so that a document from before the field is the same document.
        if (document.rolledOutBy() == RolledOutBy.ECS) {
            json.put("rolledOutBy", "ecs");
        }
        ArrayNode versions = json.putArray("versions");
        document.versions().forEach(version -> versions.addObject()
                .put("name", version.name())
                .put("weight", version.weight())
                .put("minMembers", version.minMembers()));
        json.set("callers", texts(document.callers()));
        json.set("calls", texts(document.calls()));
        ArrayNode pins = json.putArray("pins");
        document.pins().forEach(pin -> pins.addObject()
                .put("by", RouteReader.name(pin.by()))
                .put("name", pin.name())
                .put("value", pin.value())
                .put("version", pin.version()));
        json.put("timeoutMillis", document.timeoutMillis());
        reliability(document, json);
        document.fault().ifPresent(fault -> json.set("fault", fault(fault)));
        document.mirror().ifPresent(mirror -> json.putObject("mirror")
                .put("version", mirror.version())
                .put("percent", mirror.percent()));
        document.rateLimit().ifPresent(limit -> json.putObject("rateLimit")
                .put("requestsPerSecond", limit.requestsPerSecond())
                .put("burst", limit.burst()));
        return json;
    }

    private static void reliability(RouteDocument document, ObjectNode json) {
        Retries retries = document.retries();
        json.putObject("retries")
                .put("attempts", retries.attempts())
                .put("perTryMillis", retries.perTryMillis())
                .put("budgetPercent", retries.budgetPercent())
                .put("minConcurrency", retries.minConcurrency())
                .put("backoffBaseMillis", retries.backoffBaseMillis())
                .put("backoffMaxMillis", retries.backoffMaxMillis());
        CircuitBreaker breaker = document.circuitBreaker();
        json.putObject("circuitBreaker")
                .put("connections", breaker.connections())
                .put("pendingRequests", breaker.pendingRequests())
                .put("requests", breaker.requests())
                .put("retries", breaker.retries());
        OutlierDetection outliers = document.outlierDetection();
        json.putObject("outlierDetection")
                .put("consecutive5xx", outliers.consecutive5xx())
                .put("consecutiveGatewayFailures", outliers.consecutiveGatewayFailures())
                .put("intervalMillis", outliers.intervalMillis())
                .put("baseEjectionMillis", outliers.baseEjectionMillis())
                .put("maxEjectionPercent", outliers.maxEjectionPercent());
    }

    private static ObjectNode fault(Fault fault) {
        ObjectNode json = NODES.objectNode();
        fault.delay().ifPresent(delay -> json.putObject("delay")
                .put("millis", delay.millis())
                .put("percent", delay.percent()));
        fault.abort().ifPresent(abort -> json.putObject("abort")
                .put("status", abort.status())
                .put("percent", abort.percent()));
        fault.onlyIf().ifPresent(gate -> json.putObject("onlyIf")
                .put("name", gate.name())
                .put("value", gate.value()));
        return json;
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
