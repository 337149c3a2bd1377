package dev.tandem.policy.config;

import dev.tandem.policy.model.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A record class that a rule is configured with. Immutable and thread-safe. */
public final class ConfigRecord<T extends Record> {

    private final Class<T> type;
    private final RecordShape shape;

    private ConfigRecord(Class<T> type, RecordShape shape) {
        this.type = type;
        this.shape = shape;
    }

    /**
     * {@return how a record class is read and described}
     *
     * @param <T> the record
     * @param type its class
     * @throws IllegalArgumentException naming the component whose type has no JSON form
     */
    public static <T extends Record> ConfigRecord<T> of(Class<T> type) {
        return new ConfigRecord<>(type, Shapes.record(type, List.of()));
    }

    /** {@return JSON schema of each property, defaults included} */
    public Map<String, Map<String, Object>> schema() {
        Map<String, Map<String, Object>> out = new LinkedHashMap<>();
        shape.fields().forEach(f -> out.put(f.name(), f.schema()));
        return out;
    }

    /** {@return the properties without a default that are not {@code Optional}} */
    public List<String> required() {
        return shape.fields().stream().filter(Field::required).map(Field::name).toList();
    }

    /**
     * {@return a configuration as plain maps, lists and scalars}
     *
     * @param configuration a record of any class that {@link #of} takes
     */
    public static Map<String, Object> plainOf(Record configuration) {
        return Shapes.record(configuration.getClass(), List.of()).plain(configuration);
    }

    /**
     * Reads a configuration.
     *
     * @param config the object to read
     * @param foreign properties that are not the record's, but may be there
     * @param problems takes one text for each mistake
     * @return empty when there are problems
     */
    public Optional<T> read(Property config, Set<String> foreign, Problems problems) {
        return Optional.ofNullable(type.cast(shape.read(config, foreign, problems)));
    }
}
