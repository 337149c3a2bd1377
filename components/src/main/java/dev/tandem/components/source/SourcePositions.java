package dev.tandem.components.source;

import com.pulumi.resources.ResourceTransformation;
import com.pulumi.resources.StackOptions;
import dev.tandem.components.program.SettledInputs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells a preview which line of a program declares which resource. The Java SDK sends no source positions, so findings
 * could name a resource only by its URN. A program needs one line:
 *
 * <pre>{@code Pulumi.withOptions(SourcePositions.stackOptions()).run(App::declare);}</pre>
 *
 * <p>{@code ./tandem preview} names a file in the environment variable {@value #VARIABLE}, to which a line is written for
 * each resource. The stock CLI sets no such variable; then nothing is written. A file that cannot be written is done
 * without: it never stops a program. With or without one, inputs reach the SDK settled ({@link SettledInputs}).
 */
public final class SourcePositions {

    /** The environment variable with the file to write. */
    public static final String VARIABLE = "TANDEM_SOURCE_POSITIONS";

    /** Packages whose code only declares what others ask for. */
    private static final List<String> LIBRARIES =
            List.of("com.pulumi.", "java.", "javax.", "jdk.", "sun.", "dev.tandem.components.");

    private SourcePositions() {}

    /**
     * Options of a stack that settle inputs, and record positions when a preview asks for it.
     *
     * @param libraries more packages that are passed over, such as {@code com.acme.components}: the line that counts is
     *     the one that uses them
     */
    public static StackOptions stackOptions(String... libraries) {
        String file = System.getenv(VARIABLE);
        return file == null || file.isBlank() ? options() : stackOptions(Path.of(file), libraries);
    }

    static StackOptions stackOptions(Path file, String... libraries) {
        List<String> passedOver = Stream.concat(LIBRARIES.stream(),
                Stream.of(libraries).map(l -> l.endsWith(".") ? l : l + ".")).toList();
        return options(new PositionRecorder(file, passedOver));
    }

    private static StackOptions options(ResourceTransformation... more) {
        return StackOptions.builder().resourceTransformations(
                Stream.concat(Stream.of(new SettledInputs()), Stream.of(more)).toArray(ResourceTransformation[]::new)).build();
    }
}
