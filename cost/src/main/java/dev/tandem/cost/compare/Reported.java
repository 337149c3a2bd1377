package dev.tandem.cost.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bill of one stack in a JSON report.
 *
 * @param monthlyEur typical
 * @param worstCaseEur with all Spot at the on-demand price
 * @param ceilingEur what the stack may cost
 * @param lines its lines
 */
public record Reported(BigDecimal monthlyEur, BigDecimal worstCaseEur, BigDecimal ceilingEur, List<Figure> lines) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final String EXAMPLE = ", expected what \"./tandem cost --format json\" or \"./tandem preview --format"
            + " json\" writes";

    public Reported {
        lines = List.copyOf(lines);
    }

    /**
     * Reads the bills of a report, by stack.
     *
     * @param json the text
     * @param file its name, for messages
     * @throws ReportException when it is no report, or one without a bill; the message names file and place
     */
    public static Map<String, Reported> read(String json, String file) {
        return read(parse(json, file), file);
    }

    /**
     * A report's JSON, with numbers as they are written.
     *
     * @param file its name, for messages
     * @throws ReportException when it is none; the message names line and column
     */
    public static JsonNode parse(String json, String file) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ReportException(file + ": no JSON at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + EXAMPLE);
        }
    }

    /**
     * Reads the bills of a report that was parsed already, by stack.
     *
     * @param report of {@link #parse}
     * @param file its name, for messages
     * @throws ReportException when it is no report, or one without a bill; the message names file and place
     */
    public static Map<String, Reported> read(JsonNode report, String file) {
        JsonNode stacks = report.path("stacks");
        if (!stacks.isArray() || stacks.isEmpty()) {
            throw new ReportException(file + ": found no list \"stacks\"" + EXAMPLE);
        }
        Map<String, Reported> out = new LinkedHashMap<>();
        for (JsonNode stack : stacks) {
            String name = stack.path("stack").asText();
            String at = file + ": stack \"" + name + "\": ";
            if (!stack.path("cost").isObject()) {
                throw new ReportException(at + "has no cost, since its preview could not be finished"
                        + problem(stack) + "; mend that and write the report again");
            }
            out.put(name, reported(stack.path("cost"), at));
        }
        return out;
    }

    private static String problem(JsonNode stack) {
        String first = stack.path("problems").path(0).asText("");
        return first.isEmpty() ? "" : " (" + first.lines().findFirst().orElse("") + ")";
    }

    private static Reported reported(JsonNode cost, String at) {
        List<Figure> lines = new ArrayList<>();
        for (int i = 0; i < cost.path("lines").size(); i++) {
            JsonNode line = cost.path("lines").get(i);
            lines.add(new Figure(line.path("region").asText(), line.path("component").asText(),
                    line.path("description").asText(), number(line, "monthlyEur", at + "cost.lines[" + i + "].")));
        }
        return new Reported(number(cost, "monthlyEur", at + "cost."), number(cost, "worstCaseEur", at + "cost."),
                number(cost, "ceilingEur", at + "cost."), lines);
    }

    private static BigDecimal number(JsonNode node, String key, String at) {
        JsonNode value = node.path(key);
        if (!value.isNumber()) {
            throw new ReportException(at + key + ": found "
                    + (value.isMissingNode() ? "nothing" : value.toString()) + ", expected a number of euros");
        }
        return value.decimalValue();
    }
}
