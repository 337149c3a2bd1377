package dev.tandem.preview.run;

import dev.tandem.policy.report.PolicyResult.Locations;
import dev.tandem.policy.report.SourceLocation;
import dev.tandem.preview.engine.DeclaredAt;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the files that declare resources. A place counts only when its file is within the project, is the only one of its
 * name and source folder, and has so many lines; else the project's file stands for it. Nothing is made up.
 */
public final class SourceFiles {

    /** Folders that hold copies and results, not sources; hidden ones are passed over as well. */
    private static final Set<String> NO_SOURCES = Set.of("target", "build", "out", "bin", "dist", "node_modules", "venv");

    private final Path root;
    private final Map<String, List<Path>> byName = new HashMap<>();
    private final Map<String, Optional<Path>> found = new HashMap<>();
    private final Map<Path, Long> lineCounts = new HashMap<>();

    private SourceFiles(Path root) {
        this.root = root;
    }

    /**
     * Where resources are declared, by URN.
     *
     * @param root the project's folder; Pulumi.yaml in it stands for what is declared nowhere else
     */
    public static Locations locate(Path root, Map<String, DeclaredAt> declared) {
        SourceFiles files = new SourceFiles(root.toAbsolutePath().normalize());
        files.list(declared.values().stream().map(DeclaredAt::file).filter(f -> !isUri(f)).map(SourceFiles::lastPart)
                .collect(Collectors.toSet()));
        Map<String, SourceLocation> out = new TreeMap<>();
        declared.forEach((urn, at) -> files.found.computeIfAbsent(at.file(), files::find)
                .filter(f -> at.line() <= files.lineCounts.computeIfAbsent(f, SourceFiles::lines))
                .ifPresent(f -> out.put(urn, SourceLocation.of(files.relative(f), at.line()))));
        Optional<SourceLocation> project = Files.isRegularFile(root.resolve("Pulumi.yaml"))
                ? Optional.of(SourceLocation.of("Pulumi.yaml")) : Optional.empty();
        return new Locations(out, project);
    }

    private Optional<Path> find(String file) {
        if (isUri(file)) {
            return fromUri(file);
        }
        List<Path> same = byName.getOrDefault(lastPart(file), List.of()).stream().filter(p -> p.endsWith(file)).toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private Optional<Path> fromUri(String text) {
        try {
            URI uri = new URI(text);
            String path = uri.getPath() == null ? "" : uri.getPath();
            Path file = uri.getScheme().equals("project")
                    ? root.resolve(path.replaceFirst("^/+", "")).normalize()
                    : Path.of(path).normalize();
            return Optional.of(file).filter(f -> f.startsWith(root) && Files.isRegularFile(f));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void list(Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = directory.getFileName().toString();
                    boolean skip = !directory.equals(root) && (name.startsWith(".") || NO_SOURCES.contains(name));
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (names.contains(file.getFileName().toString())) {
                        byName.computeIfAbsent(file.getFileName().toString(), n -> new ArrayList<>()).add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            byName.clear();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isUri(String file) {
        return file.startsWith("file:") || file.startsWith("project:");
    }

    private static String lastPart(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
