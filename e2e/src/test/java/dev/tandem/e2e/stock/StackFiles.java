package dev.tandem.e2e.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Other stack files in the shared clone, for as long as something is done with it. */
public final class StackFiles {

    private StackFiles() {}

    /**
     * Does something with other stack files in the place of the repository's own, and puts these back.
     *
     * @param files text of the file of a stack, by its name
     */
    public static <T> T with(UnaryOperator<String> files, Function<ScratchClone, T> work) {
        ScratchClone clone = SharedClone.get();
        Map<String, String> before = new TreeMap<>();
        try {
            for (String stack : List.of(Stacks.PRIMARY, Stacks.SECONDARY)) {
                String file = "Pulumi." + stack + ".yaml";
                before.put(file, Files.readString(clone.root().resolve(file)));
                clone.write(file, files.apply(stack));
            }
            return work.apply(clone);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            before.forEach(clone::write);
        }
    }

    /** The file of an example. @param example such as {@code minimal} */
    public static String ofExample(String example, String stack) {
        try {
            return Files.readString(ScratchClone.repository().resolve("examples/" + example + "/Pulumi." + stack + ".yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
