package dev.tandem.mesh.agent;

import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.Svid;
import dev.tandem.mesh.identity.TrustBundle;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last good documents and identity, for an agent that starts while their sources are away. A file is replaced as a whole;
 * one that cannot be read counts as none. For one thread.
 */
final class DiskState {

    private static final String SUFFIX = ".route.json";
    private static final String SVID = "svid.pem";
    private static final String BUNDLE = "bundle.pem";

    private final Path directory;
    private final AgentLog log;

    DiskState(Path directory, AgentLog log) {
        this.directory = directory;
        this.log = log;
        WatchedFolder.create(directory);
    }

    void keep(LiveRoute route) {
        write(route.document().service() + SUFFIX, route.version() + "\n" + RouteJson.canonicalText(route.document()));
    }

    void keep(Identity identity) {
        write(BUNDLE, identity.bundle().toPem());
        write(SVID, identity.svid().toPem());
    }

    /** Documents by service. */
    Map<String, LiveRoute> routes() {
        Map<String, LiveRoute> routes = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().endsWith(SUFFIX)).toList()) {
                route(file).ifPresent(route -> routes.put(route.document().service(), route));
            }
        } catch (IOException e) {
            log.problem("state", directory + " cannot be read: " + e.getMessage());
        }
        return routes;
    }

    /** The identity; empty when there is none. It may have ended. */
    Optional<Identity> identity(SpiffeId id) {
        try {
            if (!Files.exists(directory.resolve(SVID)) || !Files.exists(directory.resolve(BUNDLE))) {
                return Optional.empty();
            }
            return Optional.of(new Identity(id, Svid.parse(SVID, Files.readString(directory.resolve(SVID))),
                    TrustBundle.parse(BUNDLE, id.trustDomain(), Files.readString(directory.resolve(BUNDLE)))));
        } catch (IOException | IdentityException e) {
            log.problem("state", "the identity kept in " + directory + " is not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<LiveRoute> route(Path file) {
        try {
            String[] parts = Files.readString(file).split("\n", 2);
            return Optional.of(new LiveRoute(Long.parseLong(parts[0]), RouteJson.parse(parts.length > 1 ? parts[1] : "")));
        } catch (IOException | NumberFormatException | RouteFormatException e) {
            log.problem("state", file + " is not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void write(String name, String text) {
        try {
            WatchedFolder.replace(directory.resolve(name), text);
        } catch (IOException e) {
            log.problem("state", "cannot keep " + name + " in " + directory + ": " + e.getMessage());
        }
    }
}
