package dev.tandem.e2e.provider;

import com.pulumi.core.annotations.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Lists, for every resource type of com.pulumi:aws, the outputs that have a value although the program did not give
 * one. The offline engine tells them to the program as unknown, as a provider does in a preview; without them the SDK
 * would forget which resource such a value came from.
 */
public final class OutputNames {

    private static final String FOLDER = "com/pulumi/aws/";

    private OutputNames() {}

    /** Writes the list to the file that the first argument names. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), text());
    }

    /** One line a type: its token, then the outputs, sorted; all tokens start with {@code aws:}, which is left out. */
    static String text() {
        return of().entrySet().stream()
                .map(e -> e.getKey().substring("aws:".length()) + " " + e.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> of() {
        Map<String, String> out = new TreeMap<>();
        try (JarFile jar = new JarFile(Path.of(ResourceShape.class.getClassLoader()
                .loadClass("com.pulumi.aws.Provider").getProtectionDomain().getCodeSource().getLocation().toURI()).toFile())) {
            for (JarEntry entry : java.util.Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(FOLDER) && name.endsWith("Args.class") && !name.contains("/inputs/")) {
                    token(name.substring(0, name.length() - "Args.class".length()).replace('/', '.'))
                            .flatMap(ResourceShape::of)
                            .ifPresent(shape -> out.put(shape.token(), names(shape)));
                }
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of com.pulumi:aws cannot be read: " + e.getMessage(), e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("com.pulumi:aws is not on the class path as a jar", e);
        }
    }

    private static Optional<String> token(String className) {
        try {
            ResourceType type = SdkNames.load(className).getAnnotation(ResourceType.class);
            return Optional.ofNullable(type).map(ResourceType::type).filter(t -> t.startsWith("aws:"));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String names(ResourceShape shape) {
        TreeSet<String> names = new TreeSet<>();
        shape.exports().forEach((property, exported) -> {
            if (ComputedOutputs.isComputed(shape, property)) {
                names.add(property);
            }
        });
        return String.join(" ", names);
    }
}
