package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Actions that can be limited to named resources, of the services that are used most. */
final class Restrictable {

    /** What an action does: {@code write}, {@code permissions} or {@code read}. */
    private static final String FILE = "restrictable-actions.txt";

    private static final Map<String, Map<String, List<String>>> BY_SERVICE = load();

    private Restrictable() {}

    /**
     * An action that the pattern includes and that can be limited.
     *
     * @param level {@code write}, {@code permissions} or {@code read}
     */
    static Optional<String> in(String pattern, String level) {
        String service = Patterns.service(pattern);
        String name = pattern.substring(pattern.indexOf(':') + 1);
        return BY_SERVICE.getOrDefault(service, Map.of()).getOrDefault(level, List.of()).stream()
                .filter(action -> Patterns.matches(name, action))
                .findFirst()
                .map(action -> service + ":" + action);
    }

    private static Map<String, Map<String, List<String>>> load() {
        Map<String, Map<String, List<String>>> out = new HashMap<>();
        try (InputStream in = Restrictable.class.getResourceAsStream(FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
                List<String> words = List.of(line.split(" "));
                out.computeIfAbsent(words.get(0), s -> new HashMap<>()).put(words.get(1), words.subList(2, words.size()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }
}
