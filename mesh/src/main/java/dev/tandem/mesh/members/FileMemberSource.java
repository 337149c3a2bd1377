package dev.tandem.mesh.members;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.mesh.route.RouteSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JSON file, version cluster to addresses: {@code {"auth-stable": ["10.1.2.3:9443"]}}; as old as the file. */
public final class FileMemberSource implements MemberSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** Reads that file each time it is asked. */
    public FileMemberSource(Path file) {
        this.file = file;
    }

    @Override
    public Map<String, RemoteTasks> read(Collection<String> clusters) {
        try {
            Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
            JsonNode all = JSON.readTree(Files.readString(file));
            Map<String, RemoteTasks> tasks = new TreeMap<>();
            clusters.stream().filter(all::has).forEach(cluster -> {
                List<String> addresses = new ArrayList<>();
                all.get(cluster).forEach(address -> addresses.add(address.asText()));
                tasks.put(cluster, new RemoteTasks(addresses, writtenAt));
            });
            return tasks;
        } catch (IOException e) {
            throw new RouteSourceException("the other region's tasks in " + file + ": " + e.getMessage(), e);
        }
    }
}
