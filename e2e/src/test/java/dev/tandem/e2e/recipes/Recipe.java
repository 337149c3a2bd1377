package dev.tandem.e2e.recipes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recipes in the guide, each the first block under its heading. */
enum Recipe {

    GITHUB("GitHub Actions"),
    GITLAB("GitLab"),
    JENKINS("Jenkins");

    private final String heading;

    Recipe(String heading) {
        this.heading = heading;
    }

    /**
     * A step.
     *
     * @param directory below the project's root
     * @param script what a shell runs
     */
    record Step(String directory, String script) {}

    /** The file as the guide shows it. */
    String text() {
        try {
            String page = Files.readString(ScratchClone.repository().resolve("docs/policy-sdk/ci.md"));
            Matcher block = Pattern.compile("## " + heading + "\n```\\w+\n(.*?)```", Pattern.DOTALL).matcher(page);
            if (!block.find()) {
                throw new AssertionError("docs/policy-sdk/ci.md has no block under '" + heading + "'");
            }
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell steps in the order in which the server runs them. */
    List<Step> steps() {
        return switch (this) {
            case GITHUB -> github();
            case GITLAB -> gitlab();
            case JENKINS -> Jenkinsfile.run(text()).steps();
        };
    }

    private JsonNode yaml() {
        try {
            return new YAMLMapper().readTree(text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Step> github() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : yaml().at("/jobs/policies/steps")) {
            if (step.has("run")) {
                steps.add(new Step(step.path("working-directory").asText(""), step.path("run").asText()));
            }
        }
        return steps;
    }

    /** The lines of a job are one script; jobs run by stage. */
    private List<Step> gitlab() {
        JsonNode file = yaml();
        List<Step> steps = new ArrayList<>();
        for (JsonNode stage : file.path("stages")) {
            for (JsonNode job : file) {
                if (job.path("stage").equals(stage)) {
                    List<String> lines = new ArrayList<>();
                    job.path("script").forEach(line -> lines.add(line.asText()));
                    steps.add(new Step("", String.join("\n", lines)));
                }
            }
        }
        return steps;
    }
}
