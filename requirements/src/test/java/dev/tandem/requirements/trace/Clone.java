package dev.tandem.requirements.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small clone on disk to check against. */
public final class Clone {

    private final Path root;

    public Clone(Path root) {
        this.root = root;
    }

    public Clone file(String path, String content) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return this;
    }

    public Clone covers(Cover... covers) {
        CoverFiles.write(root.resolve("cost/target/covers/1.jsonl"), List.of(covers));
        return this;
    }

    public Clone page() {
        return file(TracePage.FILE, TracePage.render(Row.join(Criteria.read(root).values(), CoverFiles.read(root))));
    }
}
