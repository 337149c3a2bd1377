package dev.tandem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * Does something again whenever a file of a project is saved. It looks at times and sizes twice a second, for the events of
 * file systems are late or missing on macOS and in containers, and waits until a look finds nothing new: editors write
 * several files. This JVM stays warm meanwhile; program and pack are started anew, as their sources may be what changed.
 */
final class Watch {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Folders in which builds, tools and tests write. */
    private static final Set<String> IGNORED = Set.of(".git", ".tandem", "target", "node_modules", ".idea", ".vscode");

    /** Links to the files of standard output and error, where the system has such. */
    private static final List<Path> STREAMS = List.of(Path.of("/proc/self/fd/1"), Path.of("/proc/self/fd/2"));

    private final Path root;
    private final Set<Path> written;
    private final Duration look;
    private final BooleanSupplier goesOn;

    /** @param written files that the work itself writes: no changes, or it would begin again for ever */
    Watch(Path root, Set<Path> written, Duration look, BooleanSupplier goesOn) {
        this.root = real(root);
        this.written = written.stream().map(Watch::real).collect(Collectors.toUnmodifiableSet());
        this.look = look;
        this.goesOn = goesOn;
    }

    /** Until the process is interrupted. A file that standard output or error go to is written as well. */
    static Watch of(Path root, Set<Path> reports) {
        Set<Path> written = new HashSet<>(reports);
        STREAMS.stream().filter(Files::isRegularFile).forEach(written::add);
        return new Watch(root, written, LOOK, () -> !Thread.currentThread().isInterrupted());
    }

    /** The path as it is found from the root, also of a file that is not there yet. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            Path folder = absolute.getParent();
            return Files.exists(absolute) || folder == null ? absolute.toRealPath() : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute.normalize();
        }
    }

    /** What a look at a file saw. */
    private record Seen(long modifiedMillis, long size) {}

    /**
     * Does it once, then after every change.
     *
     * @return what the last time gave
     */
    int run(IntSupplier work, PrintWriter err) {
        Map<Path, Seen> before = look();
        int code = work.getAsInt();
        err.println("watching; a saved file previews again, Ctrl-C ends");
        while (goesOn.getAsBoolean() && pause()) {
            Map<Path, Seen> now = look();
            Optional<Path> changed = difference(before, now);
            if (changed.isPresent()) {
                now = settled(now);
                err.println();
                err.println("--- " + root.relativize(changed.get()) + " changed");
                before = now;
                code = work.getAsInt();
            }
        }
        return code;
    }

    private Map<Path, Seen> settled(Map<Path, Seen> first) {
        Map<Path, Seen> last = first;
        while (pause()) {
            Map<Path, Seen> now = look();
            if (now.equals(last)) {
                break;
            }
            last = now;
        }
        return last;
    }

    private boolean pause() {
        try {
            Thread.sleep(look.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The first path that was added, removed or written. */
    private static Optional<Path> difference(Map<Path, Seen> before, Map<Path, Seen> now) {
        Set<Path> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        return paths.stream().filter(p -> before.get(p) == null || !before.get(p).equals(now.get(p))).findFirst();
    }

    private Map<Path, Seen> look() {
        Map<Path, Seen> out = new HashMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean ignored = !folder.equals(root) && IGNORED.contains(folder.getFileName().toString());
                    return ignored ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!written.contains(file)) {
                        out.put(file, new Seen(attributes.lastModifiedTime().toMillis(), attributes.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // it went away between two looks
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the project's folder cannot be read", e);
        }
        return out;
    }
}
