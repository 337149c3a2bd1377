package dev.tandem.preview.engine;

import dev.tandem.policy.model.Urn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The file into which a Java program writes where it declares its resources, since its SDK sends no positions: a line for
 * each resource, with qualified type, name, source file and line, parted by tabs. A program that knows nothing of it
 * leaves it empty.
 */
final class PositionFile implements AutoCloseable {

    private static final String VARIABLE = "TANDEM_SOURCE_POSITIONS";

    private final Path file;

    private PositionFile(Path file) {
        this.file = file;
    }

    /** A new file; without a place for one, findings name no lines and all else goes on. */
    static PositionFile create() {
        try {
            return new PositionFile(Files.createTempFile("tandem-positions", ".txt"));
        } catch (IOException e) {
            return new PositionFile(null);
        }
    }

    /** What tells the program. */
    Map<String, String> environment() {
        return file == null ? Map.of() : Map.of(VARIABLE, file.toString());
    }

    /** Notes the positions of the resources that were registered; lines of another form are passed over. */
    void read(Deployment deployment, String project, String stack) {
        for (String line : lines()) {
            String[] columns = line.split("\t", -1);
            if (columns.length == 4 && columns[3].matches("[1-9]\\d{0,8}")) {
                deployment.declared(new Urn(stack, project, columns[0], columns[1]).toString(),
                        new DeclaredAt(columns[2], Integer.parseInt(columns[3])));
            }
        }
    }

    private List<String> lines() {
        try {
            return file == null ? List.of() : Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
