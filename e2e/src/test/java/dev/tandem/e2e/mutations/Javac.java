package dev.tandem.e2e.mutations;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The compiler of this process, with the options that Maven gives it, those of the module's own pom included. Warm, it takes a second for a module. */
final class Javac {

    private static final List<String> OPTIONS = List.of("--release", "17", "-parameters", "-g", "-nowarn");

    private static final Pattern OWN = Pattern.compile("(?s)<compilerArgs[^>]*>(.*?)</compilerArgs>");
    private static final Pattern ARGUMENT = Pattern.compile("<arg>([^<]+)</arg>");

    private Javac() {}

    /**
     * Compiles the sources of a module.
     *
     * @throws AssertionError with the compiler's words, when there is a mistake in them
     */
    static void compile(Path module, Collection<Path> classPath, Path classes) throws IOException {
        Path sources = module.resolve("src/main/java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter words = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> found = Files.walk(sources)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<Path> all = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            if (!compiler.getTask(words, files, null, options(module), null, files.getJavaFileObjectsFromPaths(all)).call()) {
                throw new AssertionError("javac refused " + sources + ":\n" + words);
            }
        }
    }

    /** Those of every module, and what its own pom adds. */
    static List<String> options(Path module) throws IOException {
        List<String> options = new ArrayList<>(OPTIONS);
        OWN.matcher(Files.readString(module.resolve("pom.xml"))).results()
                .flatMap(own -> ARGUMENT.matcher(own.group(1)).results()).map(argument -> argument.group(1)).forEach(options::add);
        return options;
    }
}
