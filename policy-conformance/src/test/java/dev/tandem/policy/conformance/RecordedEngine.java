package dev.tandem.policy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.policy.replay.RecordedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one version of the engine did to a pack during one command, see {@code engines/README.md}.
 *
 * @param pack the name of the pack
 * @param arguments of its main
 * @param environment the variables that tell about the stack
 * @param calls all calls, each with what it was answered
 */
record RecordedEngine(String pack, List<String> arguments, Map<String, String> environment, List<RecordedCall> calls) {

    private static final Path ALL = Path.of("src/test/resources/engines");

    /** The versions that were recorded. */
    static List<String> versions() throws IOException {
        try (var directories = Files.list(ALL)) {
            return directories.filter(Files::isDirectory).map(d -> d.getFileName().toString()).sorted().toList();
        }
    }

    /** The names of all recordings, as {@code version/pack-command}. */
    static List<String> names() throws IOException {
        try (var files = Files.walk(ALL)) {
            return files.filter(f -> f.toString().endsWith(".jsonl"))
                    .map(f -> ALL.relativize(f).toString().replace('\\', '/').replace(".jsonl", ""))
                    .sorted()
                    .toList();
        }
    }

    /** One of {@link #names}. */
    static RecordedEngine read(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(ALL.resolve(name + ".jsonl"))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        JsonNode start = lines.get(0).path("start");
        List<String> arguments = new ArrayList<>();
        start.path("arguments").forEach(a -> arguments.add(a.asText()));
        Map<String, String> environment = new LinkedHashMap<>();
        start.path("environment").properties().forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        List<RecordedCall> calls = new ArrayList<>();
        for (JsonNode line : lines.subList(1, lines.size())) {
            calls.add(new RecordedCall(name, (ObjectNode) line));
        }
        String file = name.substring(name.indexOf('/') + 1);
        return new RecordedEngine(file.substring(0, file.indexOf('-')), arguments, environment, calls);
    }

    /** The calls' names, each once however often it came in a row. */
    List<String> sequence() {
        List<String> out = new ArrayList<>();
        calls.stream().map(RecordedCall::call).forEach(c -> {
            if (out.isEmpty() || !out.get(out.size() - 1).equals(c)) {
                out.add(c);
            }
        });
        return out;
    }

    /** What the answers say, a line each, as {@code level rule on resource: text}, sorted. */
    static List<String> said(List<JsonNode> answers) {
        List<String> out = new ArrayList<>();
        for (JsonNode answer : answers) {
            answer.path("diagnostics").forEach(d -> out.add(d.path("enforcementLevel").asText("ADVISORY").toLowerCase(java.util.Locale.ROOT)
                    + " " + d.path("policyName").asText() + " on " + name(d) + ": "
                    + d.path("message").asText().lines().skip(1).map(String::strip).toList()));
            answer.path("notApplicable").forEach(n -> {
                if (n.path("reason").asText().startsWith("undecided")) {
                    out.add(n.path("policyName").asText() + " " + n.path("reason").asText());
                }
            });
            answer.path("remediations").forEach(r -> out.add("remediated " + r.path("policyName").asText() + ": colour "
                    + r.path("properties").path("colour").asText()));
        }
        out.sort(null);
        return out;
    }

    private static String name(JsonNode diagnostic) {
        String urn = diagnostic.path("urn").asText();
        return urn.substring(urn.lastIndexOf(':') + 1);
    }
}
