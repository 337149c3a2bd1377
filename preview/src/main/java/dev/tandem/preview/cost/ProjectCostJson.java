package dev.tandem.preview.cost;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.cost.statement.StatementJson;

/** Bills as JSON, in the form of docs/schema/cost.schema.json. */
public final class ProjectCostJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ProjectCostJson() {}

    /** All stacks, indented, with a line break at the end. */
    public static String write(ProjectCost cost) {
        ObjectNode out = JSON.createObjectNode().put("schemaVersion", 1).put("project", cost.project())
                .put("exitCode", cost.exitCode().number());
        ArrayNode stacks = out.putArray("stacks");
        for (ProjectCost.StackCost s : cost.stacks()) {
            ObjectNode stack = stacks.addObject().put("stack", s.stack()).put("region", s.region())
                    .put("exitCode", s.exitCode().number());
            ArrayNode problems = stack.putArray("problems");
            s.problems().forEach(problems::add);
            ArrayNode incomplete = stack.putArray("incomplete");
            s.incomplete().forEach(incomplete::add);
            stack.set("cost", s.statement().map(t -> StatementJson.cost(t.planned(), t.ceiling())).orElse(null));
            stack.set("whatIf", s.statement().map(StatementJson::whatIf).orElse(null));
        }
        return write(out);
    }

    /** Any document, in the same layout. */
    public static String write(ObjectNode document) {
        try {
            return JSON.writeValueAsString(document) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
