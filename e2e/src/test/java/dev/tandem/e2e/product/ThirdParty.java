package dev.tandem.e2e.product;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Projects of other people: directories outside of this repository. */
public final class ThirdParty {

    private ThirdParty() {}

    /** A new directory, removed when the tests end. */
    public static Path directory() {
        try {
            Path made = Files.createTempDirectory("tandem-third-party");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchClone.delete(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pack in the test resources, without the files named. */
    static Path pack(String... without) {
        try {
            Path from = ScratchClone.repository().resolve("e2e/src/test/resources/third-party");
            Path to = directory();
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!List.of(without).contains(file.getFileName().toString())) {
                        Path target = to.resolve(from.relativize(file).toString());
                        Files.createDirectories(target.getParent());
                        Files.writeString(target, Files.readString(file).replace("SDK_VERSION", PublishedSdk.VERSION));
                    }
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds our repository to a pom, as its owner would. */
    public static void useRepository(Path pom) {
        replace(pom, "  <build>", "  " + PublishedSdk.get().repositories() + "\n  <build>");
    }

    static void replace(Path file, String text, String by) {
        try {
            String before = Files.readString(file);
            if (!before.contains(text)) {
                throw new AssertionError(file + " does not hold '" + text + "', expected it there to be replaced:\n" + before);
            }
            Files.writeString(file, before.replace(text, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
