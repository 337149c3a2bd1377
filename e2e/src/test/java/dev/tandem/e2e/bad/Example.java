package dev.tandem.e2e.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resource of the violating example of a rule's page.
 *
 * @param rule the rule's ID
 * @param name within the example
 * @param body {@code type}, {@code properties}, and perhaps {@code provider}
 * @param named whether the example's configuration names its resources, which so keep their names
 */
public record Example(String rule, String name, JsonNode body, boolean named) {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Set<String> NAMES =
            Set.of("name", "bucket", "repository", "role", "functionName", "targetBucket", "family", "logGroupName");

    /** Configuration that names resources. */
    private static final Set<String> NAMING = Set.of("services", "reachableFrom", "usagePercentiles");

    /** Which of the two examples of a page. */
    enum Section {
        VIOLATES("## Violates\n\n```yaml\n"), PASSES("## Passes\n\n```yaml\n");

        private final String start;

        Section(String start) {
            this.start = start;
        }
    }

    /** Every resource of every page in a folder, in the order of the rules' names. */
    public static List<Example> all(Path pages) throws IOException {
        return all(pages, Section.VIOLATES);
    }

    static List<Example> all(Path pages, Section section) throws IOException {
        List<Example> out = new ArrayList<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path page : files.sorted().toList()) {
                String text = Files.readString(page);
                int from = text.indexOf(section.start);
                if (from >= 0) {
                    String yaml = text.substring(
                            from + section.start.length(), text.indexOf("\n```", from + section.start.length()));
                    out.addAll(read(page.getFileName().toString().replaceFirst("\\.md$", ""), YAML.readTree(yaml)));
                }
            }
        }
        return out;
    }

    private static List<Example> read(String rule, JsonNode yaml) {
        List<Example> out = new ArrayList<>();
        boolean named = NAMING.stream().anyMatch(key -> yaml.path("config").has(key));
        yaml.path("resources").properties().forEach(r -> out.add(new Example(rule, r.getKey(), r.getValue(), named)));
        yaml.properties().stream().filter(field -> field.getKey().contains(":")).forEach(field -> out.add(new Example(
                rule, "it", YAML.createObjectNode().put("type", field.getKey())
                        .set("properties", field.getValue()), named)));
        return out;
    }

    /** The resource's name in the plan, which says whose example it is. */
    public String urnName() {
        return named ? name : name.equals("it") ? rule : rule + "." + name;
    }

    /**
     * The properties, with plain names made the example's own: pages call many things {@code orders}, an account has one of
     * that name. What refers to such a name by text is changed alike.
     */
    JsonNode properties() {
        ObjectNode own = body.path("properties") instanceof ObjectNode said ? said.deepCopy() : YAML.createObjectNode();
        own.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (NAMES.contains(property.getKey()) && value.isTextual() && value.asText().matches("[/A-Za-z0-9_-]+")) {
                property.setValue(YAML.getNodeFactory().textNode(value.asText() + "-" + rule));
            }
        });
        return own;
    }

    public String type() {
        return body.path("type").asText();
    }
}
