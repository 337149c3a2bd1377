package dev.tandem.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A service of this clone, as its {@code service.json} says.
 *
 * @param module        its Maven module, {@code service-NAME}
 * @param main          class that starts it
 * @param path          what the load balancer leads to it, e.g. {@code /api/auth}
 * @param calls         services that it calls
 * @param subscriptions types of events that it hears, by publisher
 */
public record ServiceDescriptor(String name, String module, String main, String path, List<String> calls, Map<String, List<String>> subscriptions) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * All services of a clone, by name.
     *
     * @throws DevException when a descriptor lacks something
     */
    public static List<ServiceDescriptor> all(Path root) {
        try (Stream<Path> modules = Files.list(root)) {
            List<Path> files = modules.map(module -> module.resolve("service.json")).filter(Files::isRegularFile).sorted().toList();
            List<ServiceDescriptor> services = new ArrayList<>();
            for (Path file : files) {
                services.add(read(file));
            }
            return services;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceDescriptor read(Path file) throws IOException {
        JsonNode json = MAPPER.readTree(file.toFile());
        for (String field : List.of("name", "main", "path")) {
            if (!json.path(field).isTextual()) {
                throw new DevException(file + " has no " + field + ", expected a text. service-auth/service.json is an example");
            }
        }
        Map<String, List<String>> subscriptions = new TreeMap<>();
        json.path("subscriptions").fields().forEachRemaining(entry -> subscriptions.put(entry.getKey(), texts(entry.getValue())));
        return new ServiceDescriptor(json.path("name").asText(), file.getParent().getFileName().toString(), json.path("main").asText(),
                json.path("path").asText(), texts(json.path("calls")), subscriptions);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
