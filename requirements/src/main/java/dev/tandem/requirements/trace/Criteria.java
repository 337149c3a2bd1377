package dev.tandem.requirements.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The acceptance criteria, read from {@code requirements/criteria.yaml}. */
public final class Criteria {

    /** The file, relative to the root of the clone. */
    public static final String FILE = "requirements/criteria.yaml";

    private Criteria() {
    }

    /**
     * Reads the file into criteria by id, in the order of requirement and number.
     *
     * @throws TraceException naming file, criterion and key when an entry is not as expected
     */
    public static Map<String, Criterion> read(Path root) {
        JsonNode document;
        try {
            document = new YAMLMapper().readTree(root.resolve(FILE).toFile());
        } catch (IOException e) {
            throw new TraceException(FILE + ": cannot be read as YAML: " + e.getMessage());
        }
        Map<String, Criterion> criteria = new TreeMap<>(CriterionId.ORDER);
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            criteria.put(id(entry.getKey()), criterion(entry.getKey(), entry.getValue()));
        }
        return criteria;
    }

    private static String id(String id) {
        if (!CriterionId.valid(id)) {
            throw wrong(id, "", "the key '" + id + "'", "R<requirement>.<number>", "R3.2");
        }
        return id;
    }

    private static Criterion criterion(String id, JsonNode entry) {
        String text = entry.path("text").asText("");
        if (text.isBlank()) {
            throw wrong(id, "text", "nothing", "the criterion in one line", "text: Images are replicated.");
        }
        List<String> builtIn = new ArrayList<>();
        entry.path("builtIn").forEach(module -> builtIn.add(module.asText()));
        return new Criterion(id, text, List.copyOf(builtIn),
            word(id, entry, "state", Criterion.Declared.class, Criterion.Declared.OPEN),
            word(id, entry, "atMost", Covers.Evidence.class, Covers.Evidence.PROVEN));
    }

    private static <E extends Enum<E>> E word(String id, JsonNode entry, String key, Class<E> type, E absent) {
        String found = entry.path(key).asText("");
        if (found.isEmpty()) {
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(found)) {
                return constant;
            }
        }
        String expected = String.join(", ", List.of(type.getEnumConstants()).stream()
            .map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList());
        throw wrong(id, key, "'" + found + "'", "one of " + expected, key + ": " + absent.name().toLowerCase(Locale.ROOT));
    }

    private static TraceException wrong(String id, String key, String found, String expected, String example) {
        return new TraceException(FILE + ": " + id + (key.isEmpty() ? "" : "." + key) + ": found " + found
            + ", expected " + expected + ". Example: " + example);
    }
}
