package dev.tandem.e2e.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tandem.e2e.process.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A copy of what a clone of this working tree would hold: the tracked files as they are now, and new ones that are not
 * ignored. Nothing is built in it.
 */
public final class ScratchClone implements AutoCloseable {

    private static final ObjectMapper YAML = new YAMLMapper();

    private final Path root;

    private ScratchClone(Path root) {
        this.root = root;
    }

    /** The repository that the tests run in. */
    public static Path repository() {
        Path candidate = Path.of("").toAbsolutePath();
        while (!Files.exists(candidate.resolve("PulumiPolicy.yaml")) && !Files.exists(candidate.resolve("policies/pom.xml"))) {
            candidate = candidate.getParent();
            if (candidate == null) {
                throw new AssertionError("the tests must run within the repository, found " + Path.of("").toAbsolutePath());
            }
        }
        return candidate;
    }

    /** The class path of a module of the repository, with the classes that were just built. */
    public static String classPath(String module) {
        Path target = repository().resolve(module).resolve("target");
        try {
            return target.resolve("classes") + ":" + Files.readString(target.resolve("classpath.txt")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a copy in a directory of its own, for the stock CLI with the simulated provider. */
    public static ScratchClone create() {
        return withProvider("e2e/provider");
    }

    /**
     * Makes a copy in a directory of its own, for the stock CLI with a provider of the repository.
     *
     * @param directory of the provider, relative to the repository
     */
    public static ScratchClone withProvider(String directory) {
        ScratchClone clone = pristine();
        clone.use(directory);
        return clone;
    }

    /** Makes a copy that differs in nothing from a clone. */
    public static ScratchClone pristine() {
        try {
            ScratchClone clone = new ScratchClone(Files.createTempDirectory("tandem-clone"));
            Path from = repository();
            String listed = Run.in(from, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").succeeded().out();
            for (String file : listed.split("\0")) {
                if (Files.isRegularFile(from.resolve(file))) {
                    Path to = clone.root.resolve(file);
                    Files.createDirectories(to.getParent());
                    Files.copy(from.resolve(file), to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return clone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    /** Changes the clone by a patch file; an error of {@code git apply} fails the test. */
    public void apply(Path patch) {
        Run.in(root, "git", "apply", "--whitespace=nowarn", patch.toString()).succeeded();
    }

    /** Takes a patch out again. */
    public void revert(Path patch) {
        Run.in(root, "git", "apply", "--whitespace=nowarn", "-R", patch.toString()).succeeded();
    }

    /**
     * Replaces a text of a file, which must be there.
     *
     * @return what the file held before, for {@link #write}
     */
    public String replace(String file, String text, String by) {
        try {
            String before = Files.readString(root.resolve(file));
            if (!before.contains(text)) {
                throw new AssertionError(file + " does not hold '" + text + "', expected it there to be replaced:\n" + before);
            }
            write(file, before.replace(text, by));
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file. */
    public void write(String file, String text) {
        try {
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the CLI, which rewrites the stack's file (its salt, and numbers as text), and puts the file back as it was. Works
     * on several stacks at once.
     */
    <T> T keepingConfiguration(String stack, Supplier<T> work) {
        try {
            Path file = root.resolve("Pulumi." + stack + ".yaml");
            String before = Files.exists(file) ? Files.readString(file) : null;
            T result = work.get();
            if (before != null) {
                Files.writeString(file, before);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void use(String provider) {
        Path file = root.resolve("Pulumi.yaml");
        String directory = repository().resolve(provider).toString();
        try {
            ObjectNode project = (ObjectNode) YAML.readTree(file.toFile());
            project.withObject("/plugins").withArray("providers").addObject().put("name", "aws").put("path", directory);
            YAML.writeValue(file.toFile(), project);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(root);
    }

    /** Removes a directory and all in it. */
    public static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
