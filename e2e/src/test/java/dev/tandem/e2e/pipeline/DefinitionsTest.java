package dev.tandem.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions are what GitHub and GitLab take, run every step, hold no key; the contract's page says all of it. */
@NeedsTools(Tools.RECIPES)
class DefinitionsTest {

    private static final Path ROOT = ScratchClone.repository();
    private static final Path GITHUB = ROOT.resolve(".github/workflows/deploy.yml");
    private static final Path GITLAB = ROOT.resolve("pipeline/gitlab.yml");
    /** A person's decision. */
    private static final Set<String> BY_HAND = Set.of("rollback");

    @TempDir
    Path directory;

    private Run.Finished actionlint(Path... files) {
        return Run.in(ROOT, Stream.concat(Stream.of(Tools.cache().resolve("actionlint/actionlint").toString(), "-no-color"),
                Stream.of(files).map(Path::toString)).toArray(String[]::new));
    }

    private Run.Finished schema(Path file) {
        return Run.in(ROOT, Tools.RECIPES.path().resolve("bin/check-jsonschema").toString(), "--builtin-schema", "vendor.gitlab-ci",
                file.toString());
    }

    private static Set<String> steps() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("pipeline/steps"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult m) -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Covers(value = "R6.1", evidence = Covers.Evidence.DESIGNED)
    void gitHubWouldTakeThem() throws IOException {
        try (Stream<Path> workflows = Files.list(ROOT.resolve(".github/workflows"))) {
            Run.Finished checked = actionlint(workflows.toArray(Path[]::new));
            assertThat(checked.text()).isEmpty();
            assertThat(checked.exit()).isZero();
        }
        Path workflow = Files.createDirectories(directory.resolve(".github/workflows")).resolve("deploy.yml");
        Files.writeString(workflow, Files.readString(GITHUB).replace("needs.image.outputs.image", "needs.images.outputs.image"));
        assertThat(actionlint(workflow).text()).contains("property \"images\" is not defined");
    }

    @Test
    @Covers(value = "R6.1", evidence = Covers.Evidence.DESIGNED)
    void gitLabWouldTakeIt() throws IOException {
        schema(GITLAB).succeeded();
        Path wrong = Files.writeString(directory.resolve(".gitlab-ci.yml"), Files.readString(GITLAB).replace("when: manual", "when: by-hand"));
        assertThat(schema(wrong).exit()).isNotZero();
    }

    @Test
    @Covers(value = {"R3.4", "R8.4"}, evidence = Covers.Evidence.DESIGNED)
    void bothRunEveryStepAndNothingIsPushedUnscanned() throws IOException {
        for (Path definition : new Path[] {GITHUB, GITLAB}) {
            String text = Files.readString(definition);
            Set<String> expected = steps();
            expected.removeAll(BY_HAND);
            Set<String> run = found("pipeline/steps/([a-z-]+)", text);
            run.addAll(found("(?m)^run ([a-z-]+)", Files.readString(ROOT.resolve("pipeline/steps/trial"))));
            assertThat(run).as("%s", definition).isEqualTo(expected);
            assertThat(text.lastIndexOf("pipeline/steps/scan")).isLessThan(text.indexOf("pipeline/steps/push"));
            assertThat(text.indexOf("pipeline/steps/trial")).isPositive().isLessThan(text.indexOf("pipeline/steps/blue-green"));
        }
    }

    /** GitHub keeps one job waiting in a group and cancels it for the next, unless it is told to keep all. */
    @Test
    @Covers(value = "R6.1", evidence = Covers.Evidence.DESIGNED)
    void noReleaseThatWaitsIsDropped() throws IOException {
        String text = Files.readString(GITHUB);
        assertThat(found("(?m)^    concurrency: (.*)$", text)).hasSize(2)
                .allSatisfy(group -> assertThat(group).contains("group: 'stack-${{", "cancel-in-progress: false, queue: max"));
        assertThat(text).contains("github.event_name == 'pull_request' && github.ref || github.run_id");
        assertThat(found("resource_group: (.*)", Files.readString(GITLAB))).containsExactly("deployment");
    }

    /** A step that is cancelled, or out of time, has seconds; what its trial leaves is another step's work, with credentials of its own. */
    @Test
    void aTrialThatIsLeftIsTakenAwayAfterwards() throws IOException {
        String mark = found("(?m)^mark=.out/(.*)$", Files.readString(ROOT.resolve("pipeline/steps/trial"))).iterator().next();
        String left = "if: always() && hashFiles('.tandem/pipeline/" + mark + "') != ''";
        assertThat(Files.readString(GITHUB)).containsSubsequence("timeout-minutes: 180", "run: pipeline/steps/trial", "timeout-minutes: 135",
                "configure-aws-credentials", left, "run: pipeline/steps/deploy", left, "env: {STAGING: end}", "\n  production:");
        assertThat(Files.readString(GITLAB)).containsSubsequence("timeout: 3h", "RUNNER_SCRIPT_TIMEOUT: 135m", "- pipeline/steps/trial", "after_script:",
                "if [ -f \"$PIPELINE_DIR/" + mark + "\" ]; then STAGING=end pipeline/steps/deploy; fi", "rm -f \"$AWS_WEB_IDENTITY_TOKEN_FILE\"", "\nproduction:");
    }

    @Test
    void rolesAreAssumedByTokenAndNoKeyIsKept() throws IOException {
        for (Path definition : new Path[] {GITHUB, GITLAB}) {
            assertThat(Files.readString(definition)).as("%s", definition)
                    .doesNotContainIgnoringCase("aws_secret_access_key").doesNotContainIgnoringCase("aws-secret-access-key")
                    .contains("role/tandem-pipeline-push", "role/tandem-pipeline-staging", "role/tandem-pipeline-production");
        }
        assertThat(Files.readString(GITHUB)).contains("id-token: write", "environment: production");
        assertThat(Files.readString(GITLAB)).contains("id_tokens:", "when: manual");
    }

    @Test
    @Covers(value = "R12.1", evidence = Covers.Evidence.DESIGNED)
    void theContractNamesEveryStepInputOutputAndEvent() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/pipeline.md"));
        Set<String> events = found("event ([a-z]+) [\"']", Files.readString(ROOT.resolve("pipeline/lib.sh")));
        for (String step : steps()) {
            String script = Files.readString(ROOT.resolve("pipeline/steps").resolve(step));
            assertThat(page).contains("`" + step + "`");
            assertThat(found("(?m)^output ([a-z_]+) ", script)).as("outputs of %s", step)
                    .allSatisfy(output -> assertThat(page).contains("`" + output + "`"));
            assertThat(found("\\binput ([A-Z_0-9]+) ", script)).as("inputs of %s", step)
                    .allSatisfy(input -> assertThat(page).contains("`" + input + "`"));
            events.addAll(found("event ([a-z]+) [\"']", script));
        }
        assertThat(found("\\binput ([A-Z_0-9]+) ", Files.readString(ROOT.resolve("pipeline/stack.sh")))).contains("STACK", "STAGING_WORST_EUR")
                .allSatisfy(input -> assertThat(page).contains("`" + input + "`"));
        assertThat(events).contains("started", "passed", "failed", "rollback")
                .allSatisfy(event -> assertThat(page).contains("`" + event + "`"));
    }
}
