package dev.tandem.ops.failover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.ops.failover.Pair.Move;
import java.util.ArrayList;
import java.util.List;

/**
 * What a deployed machine will do, read from its own definition: tables, services, and how long it takes at most.
 *
 * @param tables   tables whose writing region it moves
 * @param services ECS services whose capacity it changes
 * @param parts    what takes time
 */
public record MachinePlan(List<String> tables, List<String> services, List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The name's part of a takeover (ADR 0031): spread 60 s, lifetime 60 s, open connections 60 s. */
    private static final int NAMES_SECONDS = 180;

    /** @param seconds at most */
    public record Part(String name, int seconds) {}

    /**
     * Reads a definition (Amazon States Language).
     *
     * @throws RouteSourceException when it is none that Tandem deployed
     */
    public static MachinePlan of(Move move, String definition) {
        try {
            JsonNode states = JSON.readTree(definition).path("States");
            JsonNode plan = states.path("Plan").path("Parameters");
            List<String> tables = new ArrayList<>();
            plan.path("tables").forEach(each -> tables.add(each.path("table").asText()));
            List<String> services = new ArrayList<>();
            plan.path("services").forEach(each -> services.add(each.path("resourceId").asText().replaceFirst(".*/", "")));
            List<Part> parts = move == Move.FAILOVER ? takeover(states) : failback(states);
            if (services.isEmpty() || parts.stream().anyMatch(part -> part.seconds() < 0)) {
                throw new RouteSourceException("the machine " + move.machine() + " is none that Tandem deployed: it has no plan of its"
                        + " services. Deploy the stack eu-west-1 again", null);
            }
            return new MachinePlan(tables, services, parts);
        } catch (JsonProcessingException bad) {
            throw new RouteSourceException("the machine " + move.machine() + " has no definition that can be read: " + bad.getMessage(), bad);
        }
    }

    private static List<Part> takeover(JsonNode states) {
        int calls = 0;
        for (String step : List.of("Take lock", "Do Raise flag", "Do Fence elsewhere", "Do Move epoch", "Do Capacity")) {
            calls += Math.max(10, states.path(step).path("TimeoutSeconds").asInt());
        }
        return List.of(new Part("calls until capacity is asked for", calls),
                new Part("tasks are pulled, started, healthy", limit(states, "Ready?") * seconds(states, "Wait for tasks")),
                new Part("the public name moves, side by side with it", NAMES_SECONDS));
    }

    private static List<Part> failback(JsonNode states) {
        return List.of(new Part("soak: the primary is looked at", (limit(states, "Soaked?") - 1) * seconds(states, "Soak on")),
                new Part("drain: nobody writes", seconds(states, "Drain")),
                new Part("10 %, 50 %, 100 %, each looked at", seconds(states, "Settle 10") + seconds(states, "Settle 50")
                        + seconds(states, "Settle 100")));
    }

    private static int seconds(JsonNode states, String wait) {
        return states.path(wait).path("Seconds").asInt();
    }

    private static int limit(JsonNode states, String choice) {
        for (JsonNode rule : states.path(choice).path("Choices")) {
            if (rule.has("NumericGreaterThanEquals")) {
                return rule.path("NumericGreaterThanEquals").asInt();
            }
            for (JsonNode and : rule.path("And")) {
                if (and.has("NumericGreaterThanEquals")) {
                    return and.path("NumericGreaterThanEquals").asInt();
                }
            }
        }
        return 0;
    }

    /** Sum of all parts, seconds. */
    public int seconds() {
        return parts.stream().mapToInt(Part::seconds).sum();
    }
}
