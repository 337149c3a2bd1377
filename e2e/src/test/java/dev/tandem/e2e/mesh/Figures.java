package dev.tandem.e2e.mesh;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was measured on the way, in {@code e2e/target/mesh-figures.txt}. Nothing is asserted about time. */
final class Figures {

    private static final Path FILE = ScratchClone.repository().resolve("e2e/target/mesh-figures.txt");

    private Figures() {}

    static void say(String text) {
        System.out.println(text);
        try {
            Files.writeString(FILE, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
