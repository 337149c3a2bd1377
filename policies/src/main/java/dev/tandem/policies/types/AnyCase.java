package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of containers in JSON. The provider decodes them with Go's {@code encoding/json}, which takes the names of fields in any
 * case: {@code Privileged} is {@code privileged}, and of two that differ in case only the last one counts. Source:
 * https://pkg.go.dev/encoding/json#Unmarshal, "preferring exact matches but also accepting case-insensitive matches".
 */
public final class AnyCase {

    /** The fields that rules ask for, by their name in lower case. */
    private static final Map<String, String> FIELDS = Stream.of(
                    "add", "capabilities", "cpu", "environment", "essential", "image", "linuxParameters", "logConfiguration",
                    "logDriver", "memory", "memoryReservation", "name", "portMappings", "privileged", "readonlyRootFilesystem",
                    "user", "value")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private AnyCase() {}

    /**
     * The document in a JSON string, or an object or list as it is, with fields under the names that AWS documents.
     *
     * @throws dev.tandem.policy.model.UndecidedException when the document is unknown or no JSON
     */
    public static Property json(Property document) {
        Property json = document.json().requireKnown();
        if (json.isMissing()) {
            return json;
        }
        Value value = named(json.value().orElseThrow());
        return Property.of(json.path(), json.isSecret() ? new Value.Secret(value) : value);
    }

    private static Value named(Value value) {
        if (value instanceof Value.Fields fields) {
            Map<String, Value> out = new LinkedHashMap<>();
            fields.values().forEach((key, v) -> out.put(FIELDS.getOrDefault(key.toLowerCase(Locale.ROOT), key), named(v)));
            return new Value.Fields(out);
        } else if (value instanceof Value.Items items) {
            return new Value.Items(items.values().stream().map(AnyCase::named).toList());
        } else if (value instanceof Value.Secret secret) {
            return new Value.Secret(named(secret.value()));
        }
        return value;
    }
}
