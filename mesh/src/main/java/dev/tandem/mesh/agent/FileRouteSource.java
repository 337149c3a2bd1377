package dev.tandem.mesh.agent;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.mesh.route.RouteSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Live documents from a folder, a file {@code SERVICE.json} each: for a laptop and for tests. A document's number is the time of
 * its file, milliseconds. Safe for use by several threads.
 */
public final class FileRouteSource implements RouteSource {

    private final Path directory;

    /** @param directory where the files are */
    public FileRouteSource(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<LiveRoute> live(String service) {
        Path file = directory.resolve(service + ".json");
        try {
            long version = Files.getLastModifiedTime(file).toMillis();
            return Optional.of(new LiveRoute(version, RouteJson.parse(Files.readString(file))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RouteFormatException e) {
            throw new RouteSourceException(file + " is no route document: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<String> liveStamp(String service) {
        Path file = directory.resolve(service + ".json");
        try {
            return Optional.of(Long.toString(Files.getLastModifiedTime(file).toMillis()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new RouteSourceException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
