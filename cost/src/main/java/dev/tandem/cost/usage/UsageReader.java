package dev.tandem.cost.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and checks a usage file. A file with any fault is refused, with all its faults in one message. */
public final class UsageReader {

    static final String SERVICES = "services";
    static final String RESOURCES = "resources";
    static final String FREE = "freeAllowances";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String file;
    private final List<String> faults = new ArrayList<>();

    private UsageReader(String file) {
        this.file = file;
    }

    /**
     * The usage of a stack: {@code usage/<stack>.yaml} below the project's root, else the defaults.
     *
     * @throws UsageException when the file is malformed
     */
    public static UsageAssumptions load(Path projectRoot, String stack) {
        String name = "usage/" + stack + ".yaml";
        Path file = projectRoot.resolve(name);
        if (!Files.exists(file)) {
            return new UsageAssumptions("default, as there is no " + name, false, Map.of(), Map.of(), List.of());
        }
        try {
            return read(Files.readString(file), name);
        } catch (IOException e) {
            throw new UsageException(
                    List.of(name + ": cannot be read (" + e.getMessage() + "), expected a text file in UTF-8"));
        }
    }

    /**
     * Reads a file's text.
     *
     * @param file its name, for messages and reports
     * @throws UsageException when it is malformed
     */
    public static UsageAssumptions read(String yaml, String file) {
        return new UsageReader(file).read(yaml);
    }

    private UsageAssumptions read(String yaml) {
        JsonNode root = parse(yaml);
        MeterReader meters = new MeterReader(file, faults);
        Map<Meter, BigDecimal> region = meters.read(root, "", List.of(SERVICES, RESOURCES, FREE), Meter.Scope.values());
        boolean free = free(root.path(FREE));
        Map<String, Map<Meter, BigDecimal>> services = named(root.path(SERVICES), SERVICES, Meter.Scope.SERVICE,
                "service names; example: services: {auth: {edge: {requests: 700000}}}", meters);
        Map<String, Map<Meter, BigDecimal>> resources = named(root.path(RESOURCES), RESOURCES, Meter.Scope.REGION,
                "resource names; example: resources: {persona-queue: {sqs: {requests: 5000000}}}", meters);
        if (!faults.isEmpty()) {
            throw new UsageException(faults);
        }
        return new UsageAssumptions(file, free, region, services,
                resources.entrySet().stream().map(e -> new ResourceUsage(e.getKey(), e.getValue())).toList());
    }

    private JsonNode parse(String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr();
            throw new UsageException(List.of(file + where + ": no valid YAML, " + firstLine(e.getOriginalMessage())
                    + "; example:\n  logs:\n    standardGb: 1.2"));
        }
        return root.isMissingNode() || root.isNull() ? YAML.createObjectNode() : root;
    }

    private boolean free(JsonNode node) {
        if (!node.isMissingNode() && !node.isBoolean()) {
            faults.add(file + ": " + FREE + ": found " + MeterReader.show(node) + ", expected true or false; example: "
                    + FREE + ": false");
        }
        return node.asBoolean(false);
    }

    /** Quantities of something with a name: a service or a resource. */
    private Map<String, Map<Meter, BigDecimal>> named(JsonNode node, String key, Meter.Scope scope, String expected,
            MeterReader meters) {
        Map<String, Map<Meter, BigDecimal>> out = new TreeMap<>();
        if (node.isMissingNode() || node.isNull()) {
            return out;
        }
        if (!node.isObject()) {
            faults.add(file + ": " + key + ": found " + MeterReader.show(node) + ", expected a map of " + expected);
            return out;
        }
        node.properties().forEach(e -> out.put(e.getKey(),
                meters.read(e.getValue(), key + "." + e.getKey() + ".", List.of(), scope)));
        return out;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
