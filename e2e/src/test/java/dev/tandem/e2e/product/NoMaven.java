package dev.tandem.e2e.product;

import dev.tandem.e2e.tools.Tools;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A PATH with what a start script may use, and neither Maven nor Gradle. */
public final class NoMaven {

    private static final List<String> ALLOWED = List.of("bash", "env", "readlink", "sed", "mkdir", "mv", "rm", "tail", "tar", "gzip");

    private NoMaven() {}

    public static String path() {
        try {
            Path bin = ThirdParty.directory();
            for (String name : ALLOWED) {
                Files.createSymbolicLink(bin.resolve(name), find(name));
            }
            return Tools.STOCK_CLI.path() + File.pathSeparator + bin;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " on PATH"));
    }
}
