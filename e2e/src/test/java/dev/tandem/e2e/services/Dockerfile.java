package dev.tandem.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs what a service's Dockerfile says, with this machine's JDK in place of the base image and a directory in place of
 * {@code /opt/tandem}; knows only the instructions that these files use, and refuses others.
 *
 * @param instructions without comments, continued lines joined
 */
record Dockerfile(List<String> instructions) {

    private static final String HOME = "/opt/tandem";

    static Dockerfile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        return new Dockerfile(Arrays.asList(String.join("\n", lines).replace("\\\n", " ").split("\n")));
    }

    /** The last instruction of a name, without it. */
    String last(String name) {
        return instructions.stream().filter(line -> line.startsWith(name + " ")).reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError("no " + name + " in " + instructions)).substring(name.length() + 1);
    }

    /** Runs the first stage: its commands by sh, as Docker does. */
    void build(Path context, Path home) throws IOException {
        boolean stage = false;
        for (String line : instructions) {
            if (line.startsWith("FROM ")) {
                stage = line.endsWith(" AS runtime");
            } else if (stage && line.startsWith("RUN ")) {
                run(context, at(line.substring(4), home));
            } else if (stage && line.startsWith("COPY ")) {
                List<String> words = new ArrayList<>(List.of(at(line.substring(5), home).split(" ")));
                String target = words.remove(words.size() - 1);
                run(context, "mkdir -p " + target + " && cp -p " + String.join(" ", words) + " " + target);
            } else {
                assertThat(line).matches("(ARG|USER|EXPOSE|ENTRYPOINT|COPY) .*");
            }
        }
    }

    /** The main process's command. */
    List<String> entrypoint(Path home) {
        String words = last("ENTRYPOINT");
        assertThat(words).as("a shell between ECS and the service would keep SIGTERM from it").startsWith("[\"");
        return Arrays.stream(words.substring(2, words.length() - 2).split("\", \"")).map(word -> at(word, home)).toList();
    }

    private static String at(String text, Path home) {
        return text.replace(HOME, home.toString());
    }

    private static void run(Path context, String command) {
        String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
        Run.in(context, Map.of("PATH", path), Duration.ofMinutes(4), List.of("sh", "-c", command)).succeeded();
    }
}
