package dev.tandem.e2e.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs steps of a clone's pipeline, with variables, and reads what they leave behind. */
final class Steps {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Path clone;
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    /** @param directory for outputs and events, and for stand-ins of commands */
    Steps(Path clone, Path directory) {
        this.clone = clone;
        this.directory = directory;
        with("PIPELINE_DIR", out().toString()).with("JAVA_HOME", System.getProperty("java.home")).with("CI", "")
                .with("GITHUB_OUTPUT", "").with("AWS_REGION", "").with("AWS_PROFILE", "");
    }

    Steps with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A command that does as it is told and writes its arguments to {@link #calls()}; used in place of the real one. */
    Steps standIn(String name, String body) {
        try {
            Path bin = Files.createDirectories(directory.resolve("bin"));
            Path script = bin.resolve(name);
            Files.writeString(script, "#!/bin/bash\nprintf '%s\\n' \"" + name + " $*\" >>'" + directory.resolve("calls") + "'\n" + body + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            return with("PATH", bin + ":" + System.getenv("PATH"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path standIn(String name) {
        return directory.resolve("bin").resolve(name);
    }

    Run.Finished run(String step) {
        return Run.in(clone, environment, LIMIT, List.of(clone.resolve("pipeline/steps").resolve(step).toString()));
    }

    Path out() {
        return directory.resolve("out");
    }

    /** What the stand-ins were asked, in order; forgotten afterwards. */
    List<String> calls() {
        try {
            Path calls = directory.resolve("calls");
            List<String> made = Files.exists(calls) ? Files.readAllLines(calls) : List.of();
            Files.deleteIfExists(calls);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last value of an output. */
    String output(String name) {
        try {
            return Files.readAllLines(out().resolve("outputs.env")).stream().filter(line -> line.startsWith(name + "="))
                    .reduce((first, second) -> second).orElseThrow().substring(name.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events of a step as {@code event: detail}. */
    List<String> events(String step) {
        try {
            List<String> told = new ArrayList<>();
            for (String line : Files.readAllLines(out().resolve("events.jsonl"))) {
                JsonNode event = JSON.readTree(line);
                if (event.path("step").asText().equals(step)) {
                    told.add((event.path("event").asText() + ": " + event.path("detail").asText()).strip());
                }
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
