package dev.tandem.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull request gets to see of a change: the real preview of the program, in a comment. */
@NeedsTools
class ReviewTest {

    private static final String FILE = "Pulumi." + Stacks.PRIMARY + ".yaml";

    @TempDir
    Path directory;

    private final ScratchClone clone = SharedClone.get();
    private final Comments gitHub = new Comments();
    private Steps steps;
    private String before;

    @BeforeEach
    void aPullRequest() throws IOException {
        before = Files.readString(clone.root().resolve(FILE));
        steps = new Steps(clone.root(), directory).with("STACKS", Stacks.PRIMARY)
                .with("GITHUB_API_URL", gitHub.url()).with("GITHUB_REPOSITORY", "acme/platform").with("GITHUB_TOKEN", "of-the-job")
                .with("PULL_REQUEST", "12");
    }

    @AfterEach
    void putBack() {
        clone.write(FILE, before);
        gitHub.close();
    }

    @Test
    @Covers(value = {"R6.1", "R7.3"}, evidence = Covers.Evidence.SIMULATED)
    void theCommentShowsFindingsAndTheDifferenceInEuroAndIsReplaced() throws IOException {
        steps.run("preview").succeeded();
        steps.run("comment").succeeded();
        assertThat(gitHub.bodies()).singleElement().asString().startsWith("<!-- tandem preview -->\n").contains(Stacks.PRIMARY, "EUR");

        Path base = Files.copy(steps.out().resolve("report.json"), directory.resolve("base.json"));
        clone.replace(FILE, "minTasks: 2", "minTasks: 4");
        Run.Finished refused = steps.with("BASE_REPORT", base.toString()).run("preview");
        assertThat(refused.exit()).as(refused.text()).isEqualTo(1);
        assertThat(refused.err()).contains("preview: the plan is refused by the policy pack");
        steps.run("comment").succeeded();
        assertThat(gitHub.bodies()).singleElement().asString().contains("cost-ceiling", "more");
        assertThat(gitHub.requests()).containsExactly("GET /repos/acme/platform/issues/12/comments", "POST /repos/acme/platform/issues/12/comments",
                "GET /repos/acme/platform/issues/12/comments", "PATCH /repos/acme/platform/issues/comments/0");
        assertThat(new ObjectMapper().readTree(steps.out().resolve("policies.sarif").toFile()).at("/runs/0/results")).isNotEmpty();
        assertThat(steps.out().resolve("policies.junit.xml")).exists();
        assertThat(steps.out()).isDirectoryNotContaining("glob:**/secret-*");

        // GitLab keeps the same comment under other paths, and a wrong token is told.
        steps.with("CI_PROJECT_ID", "7").with("CI_MERGE_REQUEST_IID", "3").with("CI_API_V4_URL", gitHub.url()).with("GITLAB_TOKEN", "of-the-project");
        steps.run("comment").succeeded();
        assertThat(gitHub.requests()).endsWith("GET /projects/7/merge_requests/3/notes", "PUT /projects/7/merge_requests/3/notes/0");
        Run.Finished denied = steps.with("GITLAB_TOKEN", "wrong").run("comment");
        assertThat(denied.exit()).isEqualTo(1);
        assertThat(denied.err()).contains("the comments could not be read", "Bad credentials");
    }

    @Test
    @Covers(value = "R12.1", evidence = Covers.Evidence.SIMULATED)
    void aStackIsDeployedWithTheImageByDigestAsItsCanaryAndItsFileStays() throws IOException {
        String image = "tandem/prod/auth@sha256:" + "0a".repeat(32);
        StockCli cli = new StockCli(clone);
        cli.pulumi("stack", "init", Stacks.PRIMARY).succeeded();
        clone.write(FILE, before);
        Steps deploy = new Steps(clone.root(), directory);
        cli.environment().forEach(deploy::with);
        deploy.with("STACK", Stacks.PRIMARY).with("SERVICE", "auth").with("IMAGE", "tandem/prod/auth:1.0.0");
        assertThat(deploy.run("deploy").err()).contains("IMAGE is 'tandem/prod/auth:1.0.0'.", "a tag can be moved after the scan");
        // Routes and running tasks are not simulated here; what the pack lets through and what the stack becomes are real.
        String running = "tandem/prod/persona@sha256:" + "0d".repeat(32);
        deploy.standIn("tandem", "printf '%s\\n' 'auth  version 1  stable 100 %, canary 0 %' 'auth-stg  version 1  stable 100 %' "
                        + "'persona  version 3  stable 100 %'")
                .with("TANDEM", deploy.standIn("tandem").toString())
                .standIn("aws", "case $* in *describe-services*auth-*canary*) echo auth-canary:1 ;; *definition*canary:1*) echo \"$IMAGE\" ;; "
                        + "*describe-services*persona-stable*) echo persona:3 ;; "
                        + "*definition*persona:3*) echo 111122223333.dkr.ecr.eu-central-1.amazonaws.com/" + running + " ;; esac")
                .with("PATH", deploy.standIn("aws").getParent() + ":" + cli.environment().get("PATH"));
        deploy.with("IMAGE", image).run("deploy").succeeded();
        Map<String, JsonNode> released = inputs(cli);
        Map<String, String> containers = new TreeMap<>();
        released.forEach((urn, inputs) -> {
            if (urn.contains("aws:ecs/taskDefinition:TaskDefinition::")) {
                containers.put(urn.substring(urn.lastIndexOf(':') + 1), inputs.path("containerDefinitions").asText());
            }
        });
        assertThat(containers.get("auth-canary-task")).contains(image);
        assertThat(containers.get("auth-task")).contains("tandem/prod/auth:1.0.0").doesNotContain("sha256:0a0a");
        assertThat(containers.get("persona-task")).as("the file has an older one").contains(running);
        assertThat(services(released)).containsExactly("auth-canary", "auth-stable", "persona-stable");
        assertThat(clone.root().resolve(FILE)).hasContent(before);
        aTrialComesAndGoesWhateverElseTheCommitChanges(deploy, cli, released);
    }

    private void aTrialComesAndGoesWhateverElseTheCommitChanges(Steps deploy, StockCli cli, Map<String, JsonNode> released) throws IOException {
        clone.replace(FILE, "logRetentionDays: 30", "logRetentionDays: 60");
        clone.replace(FILE, "  tandem:services:\n", "  eu-compliance:furtherBoundaryArns: [\"arn:aws:iam::111122223333:policy/tandem-prod-staging-boundary-"
                + Stacks.PRIMARY + "\"]\n  tandem:services:\n");
        String commit = Files.readString(clone.root().resolve(FILE));
        deploy.with("STAGING_CEILING_EUR", "120").with("STAGING_WORST_EUR", "160").with("STAGING", "yes").run("deploy").succeeded();
        Map<String, JsonNode> tried = inputs(cli);
        assertThat(services(tried)).containsExactly("auth-canary", "auth-stable", "auth-stg-canary", "auth-stg-stable", "persona-stable");
        assertThat(tried.keySet()).anyMatch(urn -> urn.endsWith("::staging-boundary")).anyMatch(urn -> urn.endsWith("::staging-no-other-path"));
        Map<String, JsonNode> production = new TreeMap<>(tried);
        production.keySet().removeIf(urn -> urn.contains("-stg") || urn.contains("::staging"));
        assertThat(production.keySet()).isEqualTo(released.keySet());
        assertThat(production.keySet()).filteredOn(urn -> !production.get(urn).equals(released.get(urn))).as("what issues the trial's identity")
                .singleElement().asString().endsWith(":Function::mesh-identity-issuer");

        deploy.with("STAGING", "end").run("deploy").succeeded();
        assertThat(inputs(cli)).isEqualTo(released);
        assertThat(clone.root().resolve(FILE)).hasContent(commit);
    }

    private static Map<String, JsonNode> inputs(StockCli cli) throws IOException {
        JsonNode state = new ObjectMapper().readTree(cli.pulumi("stack", "export", "--stack", Stacks.PRIMARY).succeeded().out());
        Map<String, JsonNode> inputs = new TreeMap<>();
        state.at("/deployment/resources").forEach(resource -> inputs.put(resource.path("urn").asText(), resource.path("inputs")));
        return inputs;
    }

    private static Set<String> services(Map<String, JsonNode> inputs) {
        Set<String> services = new TreeSet<>();
        inputs.forEach((urn, of) -> {
            if (urn.contains("aws:ecs/service:Service::")) {
                services.add(of.path("name").asText());
            }
        });
        return services;
    }
}
