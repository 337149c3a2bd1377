package dev.tandem.cost.pricer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Types that are known to cost nothing by themselves, each with the reason; the list is {@code free-types.json}. */
public final class FreeTypes {

    /** Packages whose resources live in the program's state only. */
    private static final List<String> LOCAL = List.of("random:", "tls:", "time:", "std:", "null:", "local:");

    private static final Map<String, String> REASONS = load();

    private FreeTypes() {}

    /** Why a normalised type is free; empty when it is not known to be. */
    public static Optional<String> reason(String type) {
        if (LOCAL.stream().anyMatch(type::startsWith)) {
            return Optional.of("is kept in the program's state only");
        }
        return Optional.ofNullable(REASONS.get(type));
    }

    /** All types in the list. */
    public static Set<String> types() {
        return REASONS.keySet();
    }

    private static Map<String, String> load() {
        Map<String, String> out = new TreeMap<>();
        try (InputStream in = FreeTypes.class.getResourceAsStream("free-types.json")) {
            for (JsonNode group : new ObjectMapper().readTree(in)) {
                group.get("types").forEach(type -> out.put(type.textValue(), group.get("reason").textValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }
}
