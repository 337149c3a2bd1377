package dev.tandem.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one operation of the CLI did.
 *
 * @param text all that it printed
 * @param events what its engine told, a JSON object each
 */
public record Told(int exit, String text, List<JsonNode> events) {

    /** Violations as {@code level rule on resource: message}, sorted. */
    public List<String> violations() {
        return all("policyEvent")
                .map(e -> e.path("enforcementLevel").asText() + " " + e.path("policyName").asText() + " on "
                        + name(e.path("resourceUrn").asText()) + ": " + e.path("message").asText().stripTrailing())
                .sorted()
                .toList();
    }

    /** Remediations as {@code rule on resource: before -> after}. */
    public List<String> remediations() {
        return all("policyRemediationEvent")
                .map(e -> e.path("policyName").asText() + " on " + name(e.path("resourceUrn").asText()) + ": "
                        + e.path("before") + " -> " + e.path("after"))
                .toList();
    }

    private Stream<JsonNode> all(String kind) {
        return events.stream().filter(e -> e.has(kind)).map(e -> e.path(kind));
    }

    private static String name(String urn) {
        return urn.substring(urn.lastIndexOf("::") + 2);
    }
}
