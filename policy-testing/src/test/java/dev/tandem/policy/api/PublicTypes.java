package dev.tandem.policy.api;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.testing.RuleTester;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the types whose signatures are promised, in the classes or the jar of a module. */
final class PublicTypes {

    /** The annotation is not there at run time, but its name is in the class file. */
    private static final String MARK = "L" + PublicApi.class.getName().replace('.', '/') + ";";

    private PublicTypes() {}

    /** Of policy-sdk: what is marked, and the mark. */
    static List<Class<?>> ofSdk() throws Exception {
        return in(PublicApi.class, bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(MARK));
    }

    /** Of policy-testing: everything. */
    static List<Class<?>> ofTesting() throws Exception {
        return in(RuleTester.class, bytes -> true);
    }

    private static List<Class<?>> in(Class<?> inside, Predicate<byte[]> wanted) throws IOException, URISyntaxException {
        Path place = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return in(place, wanted);
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            return in(jar.getPath("/"), wanted);
        }
    }

    private static List<Class<?>> in(Path root, Predicate<byte[]> wanted) throws IOException {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().matches(".*/[A-Z][^$]*\\.class")).sorted().toList()) {
                if (wanted.test(Files.readAllBytes(file))) {
                    String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                    add(load(name), found);
                }
            }
        }
        return found;
    }

    private static void add(Class<?> type, List<Class<?>> found) {
        if (ApiText.isVisible(type.getModifiers())) {
            found.add(type);
            Stream.of(type.getDeclaredClasses())
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .forEach(nested -> add(nested, found));
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
