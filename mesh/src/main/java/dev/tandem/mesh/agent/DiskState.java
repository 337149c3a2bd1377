package dev.tandem.mesh.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.Svid;
import dev.tandem.mesh.identity.TrustBundle;
import dev.tandem.mesh.members.RemoteTasks;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last good documents, identity and members of the other region, for an agent that starts while their sources are away. A file is replaced as a whole;
 * one that cannot be read counts as none. Safe for use by several threads, as long as each keeps its own kind.
 */
final class DiskState {

    private static final String SUFFIX = ".route.json";
    private static final String SVID = "svid.pem";
    private static final String BUNDLE = "bundle.pem";
    private static final String MEMBERS = "members.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final AgentLog log;

    DiskState(Path directory, AgentLog log) {
        this.directory = directory;
        this.log = log;
        WatchedFolder.create(directory);
    }

    void keep(LiveRoute route) {
        write(route.document().service() + SUFFIX, route.version() + " " + route.stamp() + "\n" + RouteJson.canonicalText(route.document()));
    }

    void keep(Identity identity) {
        write(BUNDLE, identity.bundle().toPem());
        write(SVID, identity.svid().toPem());
    }

    void keep(Map<String, RemoteTasks> tasks) {
        ObjectNode all = JSON.createObjectNode();
        new TreeMap<>(tasks).forEach((cluster, each) -> {
            ObjectNode entry = all.putObject(cluster);
            entry.put("writtenAt", each.writtenAt().toString());
            each.addresses().forEach(entry.putArray("addresses")::add);
        });
        write(MEMBERS, all.toString());
    }

    /** The other region's tasks by version cluster; none when there is nothing to be read. */
    Map<String, RemoteTasks> members() {
        Path file = directory.resolve(MEMBERS);
        Map<String, RemoteTasks> tasks = new TreeMap<>();
        try {
            JsonNode all = Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> entry : all.properties()) {
                List<String> addresses = new ArrayList<>();
                entry.getValue().path("addresses").forEach(address -> addresses.add(address.asText()));
                tasks.put(entry.getKey(), new RemoteTasks(addresses, Instant.parse(entry.getValue().path("writtenAt").asText())));
            }
            return tasks;
        } catch (IOException | DateTimeParseException e) {
            log.problem("state", file + " is not used: " + e.getMessage());
            return Map.of();
        }
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
            String[] head = parts[0].split(" ", 2);
            return Optional.of(new LiveRoute(Long.parseLong(head[0]), RouteJson.parse(parts.length > 1 ? parts[1] : ""),
                    head.length > 1 ? head[1] : head[0]));
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
