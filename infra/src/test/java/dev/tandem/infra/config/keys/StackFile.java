package dev.tandem.infra.config.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tandem.infra.config.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stack files seen by the schema, and the catalogue's keys by their full path. */
final class StackFile {

    private StackFile() {}

    /** Every stack file of the repository. */
    static List<Path> all() throws IOException {
        try (Stream<Path> root = Files.list(Path.of(".."));
                Stream<Path> examples = Files.isDirectory(Path.of("..", "examples"))
                        ? Files.walk(Path.of("..", "examples")) : Stream.empty()) {
            return Stream.concat(root, examples)
                    .filter(file -> file.getFileName().toString().matches("Pulumi\\.[^.]+\\.yaml")).sorted().toList();
        }
    }

    /** What the schema says against a file's text. */
    static List<String> complaints(String yaml) {
        try {
            String json = new ObjectMapper().writeValueAsString((Object) new org.yaml.snakeyaml.Yaml().load(yaml));
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(StackSchema.text())
                    .validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Path and key of all keys; names are {@code auth} or a zone. */
    static List<Map.Entry<String, Key>> keys() {
        List<Map.Entry<String, Key>> all = new ArrayList<>();
        StackKeys.ALL.forEach(key -> collect("tandem:" + key.name(), key, all));
        return all;
    }

    private static void collect(String path, Key key, List<Map.Entry<String, Key>> all) {
        all.add(Map.entry(path, key));
        if (key.shape() instanceof Shape.Keyed keyed) {
            keyed.keys().forEach(nested -> collect(path + "." + nested.name(), nested, all));
        } else if (key.shape() instanceof Shape.Named named && named.value() instanceof Shape.Keyed keyed) {
            keyed.keys().forEach(nested -> collect(path + "." + name(named) + "." + nested.name(), nested, all));
        }
    }

    /** A name that fits: a zone or a service. */
    static String name(Shape.Named named) {
        return "auth".matches(named.name()) ? "auth" : "eu-central-1a";
    }

    /** The primary's stack file with one value replaced or added; objects on the way are filled with their own example. */
    @SuppressWarnings("unchecked")
    static String with(String path, String value) {
        org.yaml.snakeyaml.Yaml yaml = new org.yaml.snakeyaml.Yaml();
        Map<String, Object> file = yaml.load(Yaml.text("eu-central-1"));
        Map<String, Object> at = (Map<String, Object>) file.get("config");
        String[] parts = path.split("\\.");
        String here = "";
        for (int i = 0; i < parts.length - 1; i++) {
            here += (i == 0 ? "" : ".") + parts[i];
            String object = here;
            at = (Map<String, Object>) at.computeIfAbsent(parts[i], name -> keys().stream()
                    .filter(key -> key.getKey().equals(object)).findFirst()
                    .map(key -> new LinkedHashMap<>((Map<String, Object>) yaml.load(key.getValue().example())))
                    .orElseGet(LinkedHashMap::new));
        }
        at.put(parts[parts.length - 1], yaml.load(value));
        return yaml.dump(file);
    }
}
