package dev.tandem.preview.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.engine.DeclaredAt;
import dev.tandem.preview.engine.Options;
import dev.tandem.preview.engine.Options.Timeouts;
import dev.tandem.preview.engine.Registration;
import dev.tandem.preview.project.InvalidProjectException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads resources as the command line writes them in states and plans. Collects them; not thread-safe. */
final class StateReader {

    /** {@code project:///index.ts#12,3}: file, line, column. */
    private static final Pattern POSITION = Pattern.compile("((?:project|file):[^#]+)#([1-9]\\d{0,8})(?:,\\d+)?");

    private final Map<String, Registration> resources = new LinkedHashMap<>();
    private final Map<String, DeclaredAt> declarations = new HashMap<>();

    /**
     * Adds a resource.
     *
     * @param place such as {@code state.json: resource 3}, for messages
     * @throws InvalidProjectException when it has no URN, or one that was there before
     */
    void add(JsonNode state, String place) {
        Urn urn = Urn.read(state.path("urn").asText()).orElseThrow(() -> new InvalidProjectException(place
                + (state.has("urn") ? ": found urn '" + state.path("urn").asText() + "'" : ": found no urn")
                + ", expected urn:pulumi:stack::project::type::name"));
        boolean custom = state.path("custom").asBoolean(false);
        Registration resource = new Registration(urn.toString(), state.path("type").asText(urn.type()), urn.name(),
                custom, false, state.path("parent").asText(""), provider(state), visible(state.path("inputs")),
                StateValues.fields(state.path("outputs")), options(state), texts(state.path("dependencies")),
                byProperty(state.path("propertyDependencies")));
        if (resources.putIfAbsent(resource.urn(), resource) != null) {
            throw new InvalidProjectException(place + ": found the URN '" + resource.urn()
                    + "' a second time, expected one resource of it");
        }
        Matcher position = POSITION.matcher(state.path("sourcePosition").asText(""));
        if (position.matches()) {
            declarations.put(resource.urn(), new DeclaredAt(position.group(1), Integer.parseInt(position.group(2))));
        }
    }

    Snapshot snapshot(List<String> gaps, boolean planned) {
        return new Snapshot(List.copyOf(resources.values()), declarations, gaps, planned);
    }

    /** Whether a URN was added. */
    boolean has(String urn) {
        return resources.containsKey(urn);
    }

    private static Map<String, Value> visible(JsonNode inputs) {
        Map<String, Value> out = StateValues.fields(inputs);
        out.keySet().removeIf(k -> k.startsWith("__"));
        return out;
    }

    /** A state refers to a provider by URN and id. */
    private static String provider(JsonNode state) {
        String reference = state.path("provider").asText("");
        int id = reference.lastIndexOf("::");
        return id > 0 && Urn.read(reference.substring(0, id)).isPresent() ? reference.substring(0, id) : reference;
    }

    private static Options options(JsonNode state) {
        JsonNode timeouts = state.path("customTimeouts");
        return new Options(flag(state.path("protect")), flag(state.path("retainOnDelete")), Optional.empty(),
                texts(state.path("ignoreChanges")), texts(state.path("replaceOnChanges")),
                texts(state.path("additionalSecretOutputs")), texts(state.path("aliases")),
                state.path("deletedWith").asText(""), "",
                new Timeouts(timeouts.path("create").asDouble(), timeouts.path("update").asDouble(),
                        timeouts.path("delete").asDouble(), timeouts.path("read").asDouble()));
    }

    private static Optional<Boolean> flag(JsonNode node) {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    private static Map<String, List<String>> byProperty(JsonNode node) {
        Map<String, List<String>> out = new HashMap<>();
        node.properties().forEach(e -> out.put(e.getKey(), texts(e.getValue())));
        out.values().removeIf(List::isEmpty);
        return out;
    }

    private static List<String> texts(JsonNode list) {
        List<String> out = new ArrayList<>();
        list.forEach(item -> {
            if (item.isTextual()) {
                out.add(item.textValue());
            }
        });
        return out;
    }
}
