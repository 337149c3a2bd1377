package dev.tandem.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.status.RegionFacts;
import java.util.Locale;

/** How status tells of a region's identities, alarms, budget and changes. */
final class StatusFacts {

    private static final double HOUR = 3600;

    private StatusFacts() {}

    static String text(RegionFacts facts) {
        StringBuilder text = new StringBuilder();
        facts.identities().forEach((service, age) -> text.append(String.format(Locale.ROOT, "identity of %s: %.1f h old%s%n", service,
                age / HOUR, age > RegionFacts.OLD_SECONDS ? ", not renewed: docs/runbooks/identity-expired.md" : "")));
        text.append("alarms: ").append(facts.alarms().isEmpty() ? "none rings" : String.join(", ", facts.alarms())).append('\n');
        facts.budget().ifPresent(spent -> text.append(String.format(Locale.ROOT, "budget: %.2f of %.2f USD spent, forecast %.2f%n",
                spent.spentUsd(), spent.limitUsd(), spent.forecastUsd())));
        facts.changes().forEach(line -> text.append("change: ").append(change(line)).append('\n'));
        return text.toString();
    }

    private static String change(String line) {
        JsonNode json = parsed(line);
        return json.path("at").asText() + "  " + json.path("command").asText() + " " + json.path("service").asText() + ": "
                + json.path("before").asText() + " -> " + json.path("after").asText() + "  " + json.path("who").asText() + "  "
                + json.path("note").asText();
    }

    private static JsonNode parsed(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException foreign) {
            return JsonNodeFactory.instance.objectNode().put("note", line);
        }
    }

    static ObjectNode json(RegionFacts facts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode identities = json.putObject("identityAgeSeconds");
        facts.identities().forEach(identities::put);
        var alarms = json.putArray("alarms");
        facts.alarms().forEach(alarms::add);
        facts.budget().ifPresent(spent -> json.putObject("budget").put("spentUsd", spent.spentUsd()).put("limitUsd", spent.limitUsd())
                .put("forecastUsd", spent.forecastUsd()));
        var changes = json.putArray("changes");
        facts.changes().forEach(line -> changes.add(parsed(line)));
        var unknown = json.putArray("unknown");
        facts.unknown().forEach(unknown::add);
        return json;
    }
}
