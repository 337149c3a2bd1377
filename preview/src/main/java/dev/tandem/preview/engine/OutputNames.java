package dev.tandem.preview.engine;

import dev.tandem.policy.model.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The outputs that a provider adds to a resource's inputs, known by name before anything is deployed.
 *
 * <p>They come from a list per package ({@code outputs-aws.txt}: a line for each type of com.pulumi:aws, generated from
 * its classes). A program that reads an output which the engine's answer leaves out gets an unknown value that has lost
 * its resource, and with it the property dependency that rules follow. Of a package or type without a list the answer is
 * the inputs alone. Thread-safe.
 */
final class OutputNames {

    private static final Map<String, Map<String, String[]>> PACKAGES = new ConcurrentHashMap<>();

    private OutputNames() {}

    /** The inputs, and an unknown for every output that they do not give. */
    static Map<String, Value> previewed(String type, Map<String, Value> inputs) {
        int colon = type.indexOf(':');
        if (colon <= 0) {
            return inputs;
        }
        String[] names = PACKAGES.computeIfAbsent(type.substring(0, colon), OutputNames::read).get(type.substring(colon + 1));
        if (names == null) {
            return inputs;
        }
        Map<String, Value> out = new LinkedHashMap<>(inputs);
        for (int i = 1; i < names.length; i++) {
            out.putIfAbsent(names[i], new Value.Unknown());
        }
        return out;
    }

    private static Map<String, String[]> read(String pulumiPackage) {
        Map<String, String[]> out = new ConcurrentHashMap<>();
        try (InputStream file = OutputNames.class.getResourceAsStream("outputs-" + pulumiPackage + ".txt")) {
            if (file != null) {
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().forEach(line -> {
                    String[] words = line.split(" ");
                    out.put(words[0], words);
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of outputs of package " + pulumiPackage + " cannot be read", e);
        }
        return out;
    }
}
