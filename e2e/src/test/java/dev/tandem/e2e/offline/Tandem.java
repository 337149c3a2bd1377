package dev.tandem.e2e.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Runs {@code ./tandem} in a scratch clone. */
public final class Tandem {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final ScratchClone clone;
    private final Map<String, String> environment;

    /** Tandem under the JDK of this process. */
    public Tandem(ScratchClone clone) {
        this(clone, Path.of(System.getProperty("java.home")));
    }

    /** Tandem under the JDK in {@code javaHome}. */
    public Tandem(ScratchClone clone, Path javaHome) {
        this.clone = clone;
        this.environment = Map.of("JAVA_HOME", javaHome.toString(), "AWS_REGION", "", "AWS_PROFILE", "");
    }

    /** A finding of the JSON report. */
    public record Finding(String id, String rule, String level, String urn, String message, String fix) {}

    /**
     * What a preview in JSON said.
     *
     * @param report the whole report; missing when there was none
     */
    public record Report(int exit, String text, JsonNode report) {

        /** The part of a stack. */
        public JsonNode stack(String name) {
            return StreamSupport.stream(report.path("stacks").spliterator(), false)
                    .filter(stack -> stack.path("stack").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no stack " + name + " in the report, exit " + exit + ":\n" + text));
        }

        /** The findings of a stack. */
        public List<Finding> findings(String stack) {
            List<Finding> findings = new ArrayList<>();
            stack(stack).path("findings").forEach(finding -> findings.add(new Finding(
                    finding.path("id").asText(), finding.path("rule").asText(), finding.path("level").asText(),
                    finding.path("urn").asText(), finding.path("message").asText(), finding.path("fix").asText())));
            return findings;
        }

        /** Those of them that stop a deployment. */
        public List<Finding> mandatory(String stack) {
            return findings(stack).stream().filter(finding -> finding.level().equals("mandatory")).toList();
        }
    }

    /** Any command. */
    public Run.Finished run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(clone.root().resolve("tandem").toString()));
        command.addAll(List.of(arguments));
        return Run.in(clone.root(), environment, LIMIT, command);
    }

    /** A preview, of all stacks where the options choose none. */
    public Report preview(String... options) {
        Run.Finished finished = run(Stream.concat(Stream.of("preview", "--format", "json"), Stream.of(options)).toArray(String[]::new));
        try {
            return new Report(finished.exit(), finished.text(), new ObjectMapper().readTree(finished.out()));
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + finished.text(), e);
        }
    }
}
