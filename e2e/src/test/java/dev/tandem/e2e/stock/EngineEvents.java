package dev.tandem.e2e.stock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the engine told in one operation: its event log, a JSON object a line. */
public final class EngineEvents {

    /**
     * The Java language host 1.22.0 says this after every program that ends before a debugger was attached, though none
     * was asked for; it is not ours.
     */
    private static final Pattern HOST_NOISE = Pattern.compile("^E\\d{4} .*unable to start debugging: .*", Pattern.DOTALL);

    private final List<JsonNode> events;

    private EngineEvents(List<JsonNode> events) {
        this.events = events;
    }

    /** Reads a log; of an operation that failed before the engine began there is none, and no events. */
    public static EngineEvents read(Path log) {
        List<JsonNode> events = new ArrayList<>();
        try {
            if (Files.exists(log)) {
                ObjectMapper json = new ObjectMapper();
                for (String line : Files.readAllLines(log)) {
                    events.add(json.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EngineEvents(events);
    }

    /** What a policy found. */
    public record PolicyFinding(String policy, String urn, String level, String message) {}

    /** What a policy changed in a resource's properties, as JSON. */
    public record Remediation(String policy, String urn, String before, String after) {}

    /** A message to the user. */
    public record Diagnostic(String severity, String message) {}

    /** What the policies found, in the order told. */
    public List<PolicyFinding> findings() {
        return all("policyEvent").map(event -> new PolicyFinding(
                event.path("policyName").asText(),
                event.path("resourceUrn").asText(),
                event.path("enforcementLevel").asText(),
                event.path("message").asText())).toList();
    }

    /** What the policies mended, in the order told. */
    public List<Remediation> remediations() {
        return all("policyRemediationEvent").map(event -> new Remediation(
                event.path("policyName").asText(),
                event.path("resourceUrn").asText(),
                event.path("before").toString(),
                event.path("after").toString())).toList();
    }

    /** All that was said to the user, without debug messages and without the language host's own noise. */
    public List<Diagnostic> diagnostics() {
        return all("diagnosticEvent")
                .map(event -> new Diagnostic(event.path("severity").asText(), event.path("message").asText()))
                .filter(diagnostic -> !diagnostic.severity().equals("debug"))
                .filter(diagnostic -> !diagnostic.message().isBlank() && !HOST_NOISE.matcher(diagnostic.message()).matches())
                .toList();
    }

    /** How many resources were, or would be, created, changed, kept and so on: {@code create} to 12. */
    public Map<String, Integer> changes() {
        Map<String, Integer> changes = new TreeMap<>();
        all("summaryEvent").forEach(summary ->
                summary.path("resourceChanges").properties().forEach(entry -> changes.put(entry.getKey(), entry.getValue().asInt())));
        return changes;
    }

    /** The URNs of the resources that the program registered. */
    public List<String> resources() {
        return all("resourcePreEvent").map(event -> event.path("metadata").path("urn").asText()).distinct().toList();
    }

    /** The URNs of the resources that are treated so: {@code update}, {@code create}, {@code replace} and so on. */
    public List<String> resources(String operation) {
        return all("resourcePreEvent").map(event -> event.path("metadata"))
                .filter(metadata -> metadata.path("op").asText().equals(operation))
                .map(metadata -> metadata.path("urn").asText()).distinct().toList();
    }

    /** What is new of a resource's inputs, as JSON. */
    public String inputs(String urn) {
        return all("resourcePreEvent").map(event -> event.path("metadata"))
                .filter(metadata -> metadata.path("urn").asText().equals(urn))
                .map(metadata -> metadata.path("new").path("inputs").toString()).findFirst().orElse("");
    }

    /** The type of a resource, from its URN. */
    public static String type(String urn) {
        String types = urn.split("::")[2];
        return types.substring(types.lastIndexOf('$') + 1);
    }

    private Stream<JsonNode> all(String kind) {
        return events.stream().filter(event -> event.has(kind)).map(event -> event.path(kind));
    }
}
