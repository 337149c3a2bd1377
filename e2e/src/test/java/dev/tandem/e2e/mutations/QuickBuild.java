package dev.tandem.e2e.mutations;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Builds what a patch changes in a clone: javac compiles the modules whose Java sources it touches and those that depend on
 * them, and the launcher finds images of them. Maven takes many times as long, to look at what did not change. A patch of
 * other inputs of a build, such as a pom, is left to the launcher, which calls Maven.
 */
final class QuickBuild {

    private static final Pattern TOUCHED = Pattern.compile("(?m)^(?:\\+\\+\\+ b|--- a)/(\\S+)$");
    private static final Pattern SOURCE = Pattern.compile("([^/]+)/src/main/java/.*\\.java");
    private static final Pattern INPUT = Pattern.compile("pom\\.xml|[^/]+/(pom\\.xml|src/main/.*)");

    private QuickBuild() {}

    /**
     * Applies a patch, builds what it changed, does something, and takes the patch out again.
     *
     * @param work gets the modules that were compiled, in the order of their dependencies
     * @throws AssertionError with javac's words, when it does not compile
     */
    static <T> T with(ScratchClone clone, Path patch, Function<List<String>, T> work) {
        // Images of what the clone holds before are what the new ones are made from.
        new Tandem(clone).run("version").succeeded();
        clone.apply(patch);
        try {
            Set<String> modules = modules(Files.readString(patch));
            return work.apply(modules.isEmpty() ? List.of() : build(clone, modules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clone.revert(patch);
        }
    }

    /** The modules whose Java sources a patch touches; none when it touches another input of a build. */
    static Set<String> modules(String patch) {
        Set<String> inputs = TOUCHED.matcher(patch).results().map(found -> found.group(1))
                .filter(file -> INPUT.matcher(file).matches()).collect(Collectors.toSet());
        Set<String> modules = new TreeSet<>();
        for (String file : inputs) {
            Matcher source = SOURCE.matcher(file);
            if (!source.matches()) {
                return Set.of();
            }
            modules.add(source.group(1));
        }
        return modules;
    }

    private static List<String> build(ScratchClone clone, Set<String> touched) throws IOException {
        Path work = Files.createTempDirectory("tandem-quick");
        try {
            BuiltModules built = BuiltModules.of(clone.root(), touched);
            Path jars = Files.createDirectory(work.resolve("jars"));
            for (String module : built.affected()) {
                Path classes = Files.createDirectories(work.resolve("classes").resolve(module));
                Javac.compile(clone.root().resolve(module), built.classPath(jars), classes);
                built.pack(module, classes, jars);
            }
            Run.in(clone.root(), ScratchClone.repository().resolve("e2e/mutations/images").toString(),
                    clone.root().toString(), jars.toString()).succeeded();
            return built.affected();
        } finally {
            ScratchClone.delete(work);
        }
    }
}
