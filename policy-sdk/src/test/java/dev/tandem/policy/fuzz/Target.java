package dev.tandem.policy.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is fuzzed, with its committed seeds: good examples, and inputs that were findings once. */
enum Target {
    DECODE(DecodeTarget.class),
    PATHS(PathTarget.class),
    WAIVERS(WaiverTarget.class),
    CONFIG(ConfigTarget.class);

    final Class<?> code;

    Target(Class<?> code) {
        this.code = code;
    }

    Path seeds() {
        return Path.of("src/test/fuzz", name().toLowerCase(java.util.Locale.ROOT)).toAbsolutePath();
    }

    List<Path> seedFiles() throws IOException {
        try (Stream<Path> files = Files.list(seeds())) {
            return files.sorted().toList();
        }
    }
}
