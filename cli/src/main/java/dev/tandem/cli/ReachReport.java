package dev.tandem.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.policies.network.Way;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Urn;
import dev.tandem.preview.cost.ProjectCostJson;
import java.util.List;
import java.util.Optional;

/** The answer of {@code tandem reach}, for people and for machines. */
final class ReachReport {

    private ReachReport() {}

    /** What is reached in a stack, and how. */
    record Target(String stack, Resource resource, List<Way> ways) {}

    static String text(List<Target> targets) {
        StringBuilder out = new StringBuilder();
        String stack = "";
        for (Target t : targets) {
            if (!t.stack().equals(stack)) {
                out.append(stack.isEmpty() ? "" : "\n").append(t.stack()).append('\n');
                stack = t.stack();
            }
            out.append("  ").append(type(t.resource())).append(' ').append(t.resource().name())
                    .append(t.ways().isEmpty() ? ": no rule of the stack lets anything reach it\n" : " is reached by\n");
            t.ways().forEach(way -> out.append("    ").append(way.text()).append('\n'));
        }
        return targets.isEmpty() ? "nothing of the plan answers connections and carries a security group of it\n" : out.toString();
    }

    static String json(List<Target> targets) {
        ObjectNode out = new ObjectMapper().createObjectNode().put("schemaVersion", 1);
        ArrayNode list = out.putArray("targets");
        for (Target t : targets) {
            ArrayNode ways = list.addObject().put("stack", t.stack()).put("urn", t.resource().urn())
                    .put("type", t.resource().type()).put("name", t.resource().name()).putArray("reachedBy");
            for (Way way : t.ways()) {
                ArrayNode steps = ways.addObject().put("from", way.from()).putArray("steps");
                for (Way.Step step : way.steps()) {
                    ArrayNode rules = steps.addObject().put("to", step.to()).putArray("rules");
                    step.by().forEach(b -> rules.addObject().put("rule", b.rule()).put("ports", b.ports()));
                }
            }
        }
        return ProjectCostJson.write(out);
    }

    /** Whether a resource is meant by its name, its component's, or its URN. */
    static boolean isCalled(Resource r, String name) {
        return r.urn().equals(name) || r.name().equals(name) || component(r).filter(name::equals).isPresent();
    }

    /** The name of the component that a resource belongs to; the stack is none. */
    static Optional<String> component(Resource r) {
        return r.parent().flatMap(Urn::read).filter(urn -> !urn.type().equals("pulumi:pulumi:Stack")).map(Urn::name);
    }

    private static String type(Resource r) {
        return r.type().replaceAll(".*:", "");
    }
}
