package dev.tandem.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Class-data archives as users have them after a run or two: the launcher records which classes the first run loads and
 * makes the archive beside the second.
 */
final class Archives {

    private static final int LIMIT_SECONDS = 120;
    private final Path images;

    Archives(File root) {
        this.images = root.toPath().resolve(".tandem/launch");
    }

    interface Run {
        void run() throws Exception;
    }

    /** Runs a module's pack until its archive is there. */
    void make(String module, Run pack) throws Exception {
        Path home = images.resolve(module);
        // The first also builds the image, and an archive of an older one does not count.
        pack.run();
        for (int i = 0; i < LIMIT_SECONDS && !isThere(home); i++) {
            if (i == 0) {
                pack.run();
            }
            Thread.sleep(1000);
        }
        if (!isThere(home)) {
            throw new IOException("no class-data archive below " + home + " after " + LIMIT_SECONDS
                    + " s; expected one, unless TANDEM_ARCHIVE=off is set");
        }
    }

    private static boolean isThere(Path module) throws IOException {
        String current = Files.readAllLines(module.resolve("current")).get(0);
        try (Stream<Path> files = Files.list(module.resolve(current))) {
            return files.anyMatch(f -> f.toString().endsWith(".jsa"));
        }
    }
}
