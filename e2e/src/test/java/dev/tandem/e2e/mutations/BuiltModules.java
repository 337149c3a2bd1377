package dev.tandem.e2e.mutations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the launcher's current images hold, and which of their modules have to be compiled again.
 *
 * @param affected modules that were touched or depend on one that was, dependencies first
 * @param jars of modules of the clone, by the modules' names
 * @param libraries all others
 */
record BuiltModules(List<String> affected, Map<String, Path> jars, Set<Path> libraries) {

    private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
    private static final List<String> IMAGES = List.of("infra", "policies", "cli");

    /** Looks at the images of a clone. */
    static BuiltModules of(Path clone, Set<String> touched) throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        Set<Path> libraries = new LinkedHashSet<>();
        for (String name : IMAGES) {
            Path image = image(clone, name);
            List<String> entries = Files.readAllLines(image.resolve("classpath"));
            if (entries.stream().noneMatch(entry -> touched.contains(entry.replaceFirst("\\.jar$", "")))) {
                continue;
            }
            for (String entry : entries) {
                if (entry.startsWith("/")) {
                    libraries.add(Path.of(entry));
                } else {
                    jars.put(entry.replaceFirst("\\.jar$", ""), image.resolve(entry));
                }
            }
        }
        return new BuiltModules(affected(clone, jars.keySet(), touched), jars, libraries);
    }

    /** The image of a module that is current in a clone. */
    static Path image(Path clone, String module) {
        Path home = clone.resolve(".tandem/launch").resolve(module);
        try (Stream<String> lines = Files.lines(home.resolve("current"))) {
            return home.resolve(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to compile with: jars in {@code fresh} come before those of the images. */
    List<Path> classPath(Path fresh) throws IOException {
        List<Path> path = new ArrayList<>();
        try (Stream<Path> found = Files.list(fresh)) {
            found.sorted().forEach(path::add);
        }
        path.addAll(jars.values());
        path.addAll(libraries);
        return path;
    }

    /**
     * Puts a module's jar into {@code fresh}: its resources as they were, and other classes. Classes of packages stay, too:
     * Maven writes empty ones, which javac does not.
     */
    void pack(String module, Path classes, Path fresh) throws IOException {
        Path jar = Files.copy(jars.get(module), fresh.resolve(module + ".jar"));
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("compressionMethod", "STORED"))) {
            for (Path old : files(inside.getPath("/"))) {
                if (old.toString().endsWith(".class") && !old.endsWith("package-info.class")) {
                    Files.delete(old);
                }
            }
            for (Path made : files(classes)) {
                Path to = inside.getPath("/" + classes.relativize(made));
                Files.createDirectories(to.getParent());
                Files.copy(made, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The regular files below a directory. */
    static Collection<Path> files(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reactor lists a module after those that it depends on. */
    private static List<String> affected(Path clone, Set<String> modules, Set<String> touched) throws IOException {
        List<String> affected = new ArrayList<>();
        for (String module : MODULE.matcher(Files.readString(clone.resolve("pom.xml"))).results().map(found -> found.group(1)).toList()) {
            if (modules.contains(module)) {
                String pom = Files.readString(clone.resolve(module).resolve("pom.xml"));
                if (touched.contains(module) || affected.stream().anyMatch(each -> pom.contains("<artifactId>" + each + "</artifactId>"))) {
                    affected.add(module);
                }
            }
        }
        return affected;
    }
}
