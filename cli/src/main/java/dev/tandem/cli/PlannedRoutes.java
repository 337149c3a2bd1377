package dev.tandem.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.preview.run.PreviewOptions;
import dev.tandem.preview.run.StackPlans;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a stack's plan declares of its services' routes: nothing of it needs to be deployed.
 *
 * @param region AWS region of the stack
 * @param otherRegion region that its tasks are told to fall back on; empty for none
 * @param routes documents by service
 */
record PlannedRoutes(String region, Optional<String> otherRegion, Map<String, LiveRoute> routes) implements RouteSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";
    private static final String ITEM = "aws:dynamodb/tableItem:TableItem";

    /** Copies and sorts. */
    PlannedRoutes {
        routes = Collections.unmodifiableMap(new TreeMap<>(routes));
    }

    /** @throws OperationRefusedException when the stack cannot be previewed; the message says why */
    static PlannedRoutes of(Path root, String stack) {
        StackPlans.Planned plan = StackPlans.run(new PreviewOptions(
                root, List.of(stack), Optional.empty(), Optional.empty(), true, false, PreviewOptions.SILENCE)).get(0);
        if (!plan.report().problems().isEmpty()) {
            throw new OperationRefusedException("stack '" + stack + "' cannot be previewed: "
                    + String.join("; ", plan.report().problems()));
        }
        Map<String, LiveRoute> routes = new TreeMap<>();
        plan.resources().stream().filter(resource -> resource.type().equals(ITEM)).forEach(resource -> declared(resource)
                .ifPresent(route -> routes.put(route.document().service(), route)));
        Optional<String> other = plan.resources().stream().filter(resource -> resource.type().equals(TASK))
                .flatMap(resource -> variable(resource, "TANDEM_OTHER_REGION").stream()).findFirst();
        return new PlannedRoutes(plan.report().region(), other, routes);
    }

    @Override
    public Optional<LiveRoute> live(String service) {
        return Optional.ofNullable(routes.get(service));
    }

    private static Optional<String> variable(Resource task, String name) {
        try {
            for (JsonNode container : JSON.readTree(known(task, "containerDefinitions").orElse("[]"))) {
                for (JsonNode variable : container.path("environment")) {
                    if (variable.path("name").asText().equals(name)) {
                        return Optional.of(variable.path("value").asText());
                    }
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException unknownYet) {
            return Optional.empty();
        }
    }

    /** A text that is there and known before the deployment. */
    private static Optional<String> known(Resource resource, String property) {
        Property value = resource.get(property);
        return value.isKnown() ? value.string() : Optional.empty();
    }

    private static Optional<LiveRoute> declared(Resource resource) {
        Optional<String> text = known(resource, "item");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode item = JSON.readTree(text.get());
            return item.path("item").path("S").asText().equals("declared")
                    ? Optional.of(new LiveRoute(0, RouteJson.parse(item.path("document").path("S").asText())))
                    : Optional.empty();
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }
}
