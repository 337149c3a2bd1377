package dev.tandem.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A commit's whole way, on the reference services: every step of the definition in its order, each with what the steps before it left
 * behind. The preview and its comment are real; what builds, scans, deploys and loads is a stand-in that remembers.
 */
@Tag("e2e")
class ChainTest {

    private static final List<String> REGIONS = List.of("eu-west-1", "eu-central-1");
    private static final String DIGEST = "sha256:" + "0a".repeat(32);
    private static final String NEW = "tandem/prod/auth@" + DIGEST;
    private static final Map<String, String> BEFORE = Map.of("auth", "tandem/prod/auth@sha256:" + "0c".repeat(32),
            "persona", "tandem/prod/persona@sha256:" + "0d".repeat(32));

    @TempDir
    Path directory;

    private final ScratchClone clone = SharedClone.get();

    /** The definition's steps by job: verify, image, staging, production; without the one for what a killed trial leaves. */
    private static List<List<String>> jobs() throws IOException {
        String text = Files.readString(ScratchClone.repository().resolve(".github/workflows/deploy.yml"));
        List<List<String>> jobs = new ArrayList<>();
        text = text.replaceFirst("run: pipeline/steps/deploy\n +if: always\\(\\).*\n +env: \\{STAGING: end}", "");
        for (String job : text.substring(text.indexOf("\njobs:")).split("(?m)^  (?=[a-z]+:$)")) {
            jobs.add(Pattern.compile("run: pipeline/steps/([a-z-]+)").matcher(job).results().map(found -> found.group(1)).toList());
        }
        return jobs.stream().filter(steps -> !steps.isEmpty()).toList();
    }

    @Test
    @Covers(value = {"R6.1", "R6.2", "R6.3", "R6.5"}, evidence = Covers.Evidence.DESIGNED)
    void aCommitGoesFromItsBuildToBothRegionsAndTheOtherServiceStaysAsItWas() throws IOException {
        List<List<String>> jobs = jobs();
        assertThat(jobs).containsExactly(List.of("build", "unit", "contract", "scan", "sbom", "preview", "comment"),
                List.of("build", "image", "scan", "sbom", "push"), List.of("trial"), List.of("deploy", "blue-green", "promote"));
        PretendAccount account = new PretendAccount(directory, BEFORE, REGIONS.toArray(String[]::new));
        Steps steps = account.on(inputs(new Steps(clone.root(), directory)), DIGEST);
        try (Comments gitHub = new Comments()) {
            Steps real = inputs(new Steps(clone.root(), directory)).with("STACKS", "eu-central-1").with("GITHUB_API_URL", gitHub.url())
                    .with("GITHUB_REPOSITORY", "acme/platform").with("GITHUB_TOKEN", "of-the-job").with("PULL_REQUEST", "12");
            jobs.get(0).forEach(step -> (step.equals("preview") || step.equals("comment") ? real : steps).run(step).succeeded());
            assertThat(gitHub.bodies()).singleElement().asString().contains("eu-central-1", "EUR");
        }
        jobs.get(1).forEach(step -> steps.run(step).succeeded());
        assertThat(steps.output("image")).isEqualTo(NEW);
        steps.with("IMAGE", steps.output("image"));

        in(steps, "eu-central-1", jobs.get(2));
        assertThat(steps.out().resolve("trial-to-end")).doesNotExist();
        assertThat(account.images("eu-central-1")).as("a trial leaves nothing").isEqualTo(stable(BEFORE));
        assertThat(account.shares("eu-central-1")).containsEntry("auth-stg", "stable 100 %, canary 0 %");

        for (String region : REGIONS) {
            in(steps, region, jobs.get(3));
            assertThat(account.images(region)).isEqualTo(stable(Map.of("auth", NEW, "persona", BEFORE.get("persona"))));
            assertThat(account.shares(region)).containsEntry("auth", "stable 100 %, canary 0 %")
                    .containsEntry("persona", "stable 100 %, canary 0 %");
        }
        assertThat(steps.output("stable_image")).isEqualTo(NEW);
        for (String step : List.of("build", "unit", "contract", "scan", "sbom", "preview", "comment", "image", "push", "trial", "deploy",
                "smoke", "canary", "load", "blue-green", "promote")) {
            assertThat(steps.events(step)).as(step).startsWith("started:").endsWith("passed:").noneMatch(event -> event.startsWith("failed"));
        }
    }

    private static Steps inputs(Steps steps) {
        return steps.with("SERVICE", "auth").with("REVISION", "abc123").with("AWS_ACCOUNT_ID", "111122223333")
                .with("CONTEXT", ScratchClone.repository().resolve("service-auth").toString())
                .with("BASE_URL", "http://127.0.0.1:1").with("STAGING_HOST", "stg.api.example").with("STAGING_CEILING_EUR", "120")
                .with("STAGING_WORST_EUR", "160").with("CI", "true");
    }

    private static void in(Steps steps, String region, List<String> job) {
        steps.with("STACK", region).with("REGION", region);
        job.forEach(step -> steps.run(step).succeeded());
    }

    private static Map<String, String> stable(Map<String, String> services) {
        return Map.of("auth-stable", services.get("auth"), "persona-stable", services.get("persona"));
    }
}
