package dev.tandem.ops.render;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.mesh.route.RouteSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Documents in a folder, {@code SERVICE.json} each.
 *
 * @param folder where they are
 */
public record RouteFolder(Path folder) implements RouteSource {

    @Override
    public Optional<LiveRoute> live(String service) {
        Path file = folder.resolve(service + ".json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LiveRoute(1, RouteJson.parse(Files.readString(file))));
        } catch (IOException | RouteFormatException failed) {
            throw new RouteSourceException(file + ": " + failed.getMessage(), failed);
        }
    }
}
