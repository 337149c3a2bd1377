package dev.tandem.e2e.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the SDK's recorder and the start script kept of one run, as lines that say nothing of this machine. */
final class RecordedRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedRun() {}

    /**
     * The start (arguments, environment, working directory), then a call a line as {@code {call, request, answer}}.
     *
     * @param started what {@link RecordedPack} wrote
     * @param recording the directory of one run
     * @param places machine paths and what stands for each
     */
    static List<String> lines(Path started, Path recording, Map<Path, String> places) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(anywhere(JSON.writeValueAsString(JSON.createObjectNode().set("start", start(started))), places));
        try (Stream<Path> files = Files.list(recording)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                lines.add(anywhere(JSON.writeValueAsString(JSON.readTree(file.toFile())), places));
            }
        }
        return lines;
    }

    private static ObjectNode start(Path started) throws IOException {
        ObjectNode start = JSON.createObjectNode();
        List<String> said = Files.readAllLines(started.resolve("arguments"));
        start.put("directory", said.get(0));
        said.subList(1, said.size()).forEach(start.putArray("arguments")::add);
        Map<String, String> environment = new TreeMap<>();
        for (String line : Files.readAllLines(started.resolve("environment"))) {
            environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        environment.forEach(start.putObject("environment")::put);
        return start;
    }

    private static String anywhere(String line, Map<Path, String> places) {
        String text = line.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:1");
        for (Map.Entry<Path, String> place : places.entrySet()) {
            text = text.replace(place.getKey().toString(), place.getValue());
        }
        return text;
    }

    /** The names of the calls, in order. */
    static List<String> calls(List<String> lines) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            JsonNode call = JSON.readTree(line).path("call");
            if (call.isTextual()) {
                names.add(call.asText());
            }
        }
        return names;
    }
}
