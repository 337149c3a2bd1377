package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.FileLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that Envoy watches: each publication is a folder of its own that is complete before {@code current} points to it,
 * and the link is replaced by a rename, so that a reader sees all of the old or all of the new files. Readable by the owner
 * only. For one thread.
 */
final class WatchedFolder {

    /** How many earlier publications are kept, to look at. */
    private static final int KEPT = 3;

    private final Path directory;

    WatchedFolder(Path directory) {
        this.directory = directory;
        create(directory);
    }

    /** Name of what is current; empty when there is none. */
    Optional<String> current() {
        Path link = directory.resolve(FileLayout.CURRENT);
        try {
            return Files.exists(link) ? Optional.of(Files.readSymbolicLink(link).getFileName().toString()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes files current.
     *
     * @param name names them; a folder of that name that is there, whole or half, is written again
     */
    void publish(String name, Map<String, String> files) {
        try {
            Path target = directory.resolve(name);
            Path fresh = directory.resolve(".new-" + name);
            delete(fresh);
            create(fresh);
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(fresh.resolve(file.getKey()), file.getValue());
            }
            if (current().filter(name::equals).isPresent()) {
                delete(fresh);
                return;
            }
            delete(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            Path link = directory.resolve(".link");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(name));
            Files.move(link, directory.resolve(FileLayout.CURRENT), StandardCopyOption.ATOMIC_MOVE);
            prune(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot publish " + name + " in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Writes a file that only its owner can read, through to the disk. */
    static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Replaces a file as a whole or not at all. */
    static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        write(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void create(Path directory) {
        try {
            Files.createDirectories(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the directory " + directory + ": " + e.getMessage(), e);
        }
    }

    private void prune(String current) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(directory)) {
            folders = all.filter(path -> Files.isDirectory(path) && !Files.isSymbolicLink(path))
                    .filter(path -> !path.getFileName().toString().equals(current))
                    .sorted(Comparator.comparing(WatchedFolder::modified).reversed())
                    .toList();
        }
        for (Path old : folders.subList(Math.min(KEPT, folders.size()), folders.size())) {
            delete(old);
        }
    }

    private static long modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            return; // Nothing to delete.
        }
    }
}
