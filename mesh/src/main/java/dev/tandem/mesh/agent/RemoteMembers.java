package dev.tandem.mesh.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.mesh.envoy.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The other region's tasks from a JSON file, version cluster to {@code ADDRESS:PORT}s. Garbage changes nothing. For one thread. */
final class RemoteMembers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final AgentLog log;
    private Map<String, List<Member>> last = Map.of();
    private long readAt;

    RemoteMembers(Optional<Path> file, AgentLog log) {
        this.file = file;
        this.log = log;
    }

    /** What was read last; the file is read again when it is another one. */
    Map<String, List<Member>> current() {
        if (file.isEmpty()) {
            return Map.of();
        }
        try {
            long changed = Files.getLastModifiedTime(file.get()).toMillis();
            if (changed != readAt) {
                last = parse(Files.readString(file.get()));
                readAt = changed;
            }
            log.well("remote");
        } catch (IOException | IllegalArgumentException e) {
            log.problem("remote", "the other region's tasks stay as they are: " + file.get() + ": " + e.getMessage());
        }
        return last;
    }

    static Map<String, List<Member>> parse(String text) throws IOException {
        Map<String, List<Member>> members = new TreeMap<>();
        for (Map.Entry<String, JsonNode> cluster : JSON.readTree(text).properties()) {
            List<Member> found = new ArrayList<>();
            for (JsonNode address : cluster.getValue()) {
                String[] parts = address.asText().split(":");
                if (parts.length != 2 || !parts[1].matches("\\d{1,5}")) {
                    throw new IllegalArgumentException(cluster.getKey() + " has '" + address.asText() + "', expected ADDRESS:PORT");
                }
                found.add(new Member(parts[0], Integer.parseInt(parts[1])));
            }
            members.put(cluster.getKey(), found);
        }
        return members;
    }
}
