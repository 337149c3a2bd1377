package dev.tandem.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order the steps do things, and what they do when something is red. The commands that they run are stand-ins. */
class StepsTest {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @TempDir
    Path directory;

    private Steps steps;

    @BeforeEach
    void aServiceInStaging() {
        steps = new Steps(ScratchClone.repository(), directory).with("SERVICE", "auth").with("BASE_URL", "http://127.0.0.1:1")
                .with("REVISION", "abc123").with("TANDEM", directory.resolve("bin/tandem").toString())
                .with("K6", directory.resolve("bin/k6").toString());
        steps.standIn("tandem", "").standIn("k6", "");
    }

    private List<String> brief(List<String> calls) {
        return calls.stream().map(call -> call.replaceAll(" --environment .*| run --no-usage-report .*/", " ")
                .replace(" --no-color", "").strip()).toList();
    }

    @Test
    @Covers(value = {"R6.2", "R6.5"}, evidence = Covers.Evidence.DESIGNED)
    void aCanaryGoesThroughItsGatesAtEveryShare() {
        steps.run("canary").succeeded();
        List<String> gates = List.of("k6 smoke.js", "k6 canary-compare.js");
        List<String> expected = new ArrayList<>(List.of("tandem canary start auth --steps 5,25,50 --soak 10m",
                "tandem traffic auth --pin header:x-tester=canary@canary", "tandem traffic auth --pin header:x-tester=stable@stable"));
        expected.addAll(gates);
        for (int share = 0; share < 2; share++) {
            expected.add("tandem canary step auth");
            expected.addAll(gates);
        }
        expected.add("tandem canary promote auth");
        assertThat(brief(steps.calls())).isEqualTo(expected);
        assertThat(steps.events("canary")).containsExactly("started:", "promoted: auth in staging", "passed:");
    }

    @Test
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED)
    void aCanaryThatIsRedGivesItsShareBack() {
        steps.standIn("k6", "case $* in *compare*) exit 99 ;; esac");
        Run.Finished red = steps.run("canary");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("canary: the canary misses an objective, or is worse than stable, at 5 %.");
        assertThat(brief(steps.calls())).endsWith("k6 canary-compare.js", "tandem canary abort auth").doesNotContain("tandem canary promote auth");
        assertThat(steps.events("canary")).containsExactly("started:", "rollback: auth in staging",
                "failed: exit 1: the canary misses an objective, or is worse than stable, at 5 %.");
    }

    @Test
    void aCanaryOfSomebodyElseIsLeftAlone() {
        steps.standIn("tandem", "echo 'tandem: auth has a canary already' >&2; exit 1");
        assertThat(steps.run("canary").exit()).isEqualTo(1);
        assertThat(brief(steps.calls())).containsExactly("tandem canary start auth --steps 5,25,50 --soak 10m");
        steps.standIn("tandem", "echo '10:00:00  version 2 is live: 5 %'; echo 'Taken back: red'; exit 4");
        assertThat(steps.run("canary").exit()).isEqualTo(1);
        assertThat(brief(steps.calls())).as("taken back already").containsExactly("tandem canary start auth --steps 5,25,50 --soak 10m");
    }

    /** The command leaves the share where it is when too few answered, or AWS does not answer: the next deployment would be refused. */
    @ParameterizedTest
    @ValueSource(strings = {"echo 'tandem: auth: no verdict at 5 %: only 3 answers. The share stays' >&2; exit 1",
        "echo '10:00:00  version 2 is live: versions[canary].weight: 0 -> 5'; echo 'tandem: no answer' >&2; exit 3"})
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED)
    void aShareThatWasGivenAndLeftIsGivenBack(String start) {
        steps.standIn("tandem", "case $2 in start) " + start + " ;; esac");
        Run.Finished red = steps.run("canary");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("the canary of auth did not start, or was not green at 5 % (see above).");
        assertThat(brief(steps.calls())).containsExactly("tandem canary start auth --steps 5,25,50 --soak 10m", "tandem canary abort auth");
        assertThat(steps.events("canary")).contains("rollback: auth in staging");
    }

    @Test
    @Covers(value = {"R6.3", "R6.4"}, evidence = Covers.Evidence.DESIGNED)
    void aSwitchThatIsRedIsTakenBack() {
        steps.run("blue-green").succeeded();
        assertThat(brief(steps.calls())).containsExactly("tandem status", "tandem blue-green switch auth --to canary", "k6 smoke.js", "k6 load.js");
        steps.standIn("k6", "case $* in *load.js) exit 99 ;; esac");
        assertThat(steps.run("blue-green").exit()).isEqualTo(1);
        assertThat(brief(steps.calls())).containsExactly("tandem status", "tandem blue-green switch auth --to canary", "k6 smoke.js", "k6 load.js",
                "tandem rollback auth");
        assertThat(steps.events("blue-green")).contains("rollback: auth in prod");
    }

    /** What was live before is named: somebody may have changed a limit since the switch, and that would be what a rollback takes back. */
    @ParameterizedTest
    @CsvSource({"'stable 100 %, canary 0 %', tandem rollback auth --to 7", "'stable 0 %, canary 100 %', tandem rollback auth"})
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED)
    void aSwitchIsTakenBackToWhatWasLiveBeforeIt(String shares, String expected) {
        steps.standIn("k6", "exit 99").standIn("tandem", "case $1 in status) echo 'auth  version 7  " + shares + "' ;; esac");
        assertThat(steps.run("blue-green").exit()).isEqualTo(1);
        assertThat(brief(steps.calls())).endsWith(expected);
    }

    @Test
    @Covers(value = {"R3.4", "R8.4"}, evidence = Covers.Evidence.DESIGNED)
    void whatCannotBeScannedStopsABuildServer() {
        steps.with("TRIVY", "/nowhere/trivy");
        Run.Finished here = steps.run("scan").succeeded();
        assertThat(here.err()).contains("scan: NOT SCANNED: there is no /nowhere/trivy on PATH.");
        assertThat(steps.events("scan")).containsExactly("started:", "skipped: no trivy");
        Run.Finished server = steps.with("CI", "true").run("scan");
        assertThat(server.exit()).isEqualTo(1);
        assertThat(server.err()).contains("NOT SCANNED", "on a build server nothing goes on unscanned", "Fix: install Trivy");
        steps.with("CI", "");
        for (String variable : List.of("TF_BUILD", "JENKINS_URL", "CODEBUILD_BUILD_ID")) {
            assertThat(steps.with(variable, "1").run("scan").exit()).as(variable).isEqualTo(1);
            steps.with(variable, "");
        }
        assertThat(steps.with("CI", "false").run("scan").exit()).isZero();
    }

    @Test
    @Covers(value = {"R3.4", "R8.4"}, evidence = Covers.Evidence.DESIGNED)
    void aHighFindingIsRedAndTheReportIsThere() throws IOException {
        String writes = "while [ $# -gt 0 ]; do [ \"$1\" != --output ] || echo '{}' >\"$2\"; shift; done\n";
        steps.standIn("trivy", "all=$*\n" + writes + "case $all in image*--exit-code*) exit ${RED:-0} ;; esac");
        Files.createDirectories(steps.out());
        Files.writeString(steps.out().resolve("auth.tar"), "an image");
        steps.run("scan").succeeded();
        assertThat(steps.output("trivy_image_sarif")).isEqualTo(steps.out().resolve("trivy-image.sarif").toString());
        assertThat(steps.calls()).hasSize(4).anyMatch(call -> call.contains("--severity HIGH,CRITICAL --exit-code 10"));
        Run.Finished red = steps.with("RED", "10").run("scan");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("Trivy found something HIGH or CRITICAL: image");
        assertThat(steps.calls()).as("accepted findings are accepted everywhere").hasSize(4).allMatch(call -> call.contains("/pipeline/trivyignore"));
        steps.standIn("trivy", "exit 3");
        assertThat(steps.run("scan").err()).contains("NOT SCANNED: Trivy failed at config");
    }

    /** What Trivy has not looked at to the end is not clean, and it is no finding either. */
    @Test
    @Covers(value = {"R3.4", "R8.4"}, evidence = Covers.Evidence.DESIGNED)
    void aScanThatBreaksOffIsRedAndSaysSo() {
        steps.standIn("trivy", "case $* in *--exit-code*) exit 1 ;; esac; while [ $# -gt 0 ]; do [ \"$1\" != --output ] || echo '{}' >\"$2\"; shift; done");
        Run.Finished red = steps.run("scan");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("NOT SCANNED: Trivy failed at config with exit 1").doesNotContain("found something");
    }

    /** What runs beside the services comes from public registries, which their subnets do not reach. */
    @Test
    void aSidecarIsMirroredWithAllItsPlatformsAndItsDigest() {
        String source = "public.ecr.aws/aws-observability/aws-otel-collector@" + DIGEST;
        steps.with("AWS_ACCOUNT_ID", "111122223333").with("SERVICE", "collector").with("REVISION", "0.45.1").with("DIGEST", DIGEST)
                .with("ENVIRONMENTS", "prod").with("IMAGE_SOURCE", source)
                .standIn("skopeo", "while [ $# -gt 0 ]; do [ \"$1\" != --digestfile ] || printf %s \"$DIGEST\" >\"$2\"; shift; done; cat >/dev/null")
                .standIn("aws", "case $* in *describe-images*) exit 0 ;; *) echo password ;; esac");
        steps.run("push").succeeded();
        assertThat(steps.output("image")).isEqualTo("tandem/prod/collector@" + DIGEST);
        assertThat(steps.calls()).anyMatch(call -> call.endsWith("--all --preserve-digests docker://" + source
                + " docker://111122223333.dkr.ecr.eu-central-1.amazonaws.com/tandem/prod/collector:0.45.1"));
        Run.Finished other = steps.with("DIGEST", "sha256:" + "cd".repeat(32)).run("push");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("tandem/prod/collector has the digest 'sha256:cdcd", "Expected that of " + source);
        Run.Finished tag = steps.with("IMAGE_SOURCE", "public.ecr.aws/aws-observability/aws-otel-collector:latest").run("push");
        assertThat(tag.exit()).isEqualTo(2);
        assertThat(tag.err()).contains("a tag could be moved to another image");
    }

    @Test
    void aPushWaitsForTheReplicaAndNamesTheDigest() throws IOException {
        Files.createDirectories(steps.out());
        Files.writeString(steps.out().resolve("auth.tar"), "an image");
        steps.with("AWS_ACCOUNT_ID", "111122223333").with("DIGEST", DIGEST).with("ENVIRONMENTS", "staging prod")
                .standIn("skopeo", "while [ $# -gt 0 ]; do [ \"$1\" != --digestfile ] || printf %s \"$DIGEST\" >\"$2\"; shift; done; cat >/dev/null")
                .standIn("aws", "case $* in *describe-images*eu-west-1*) exit 0 ;; *login*) echo password ;; *) exit 1 ;; esac");
        steps.run("push").succeeded();
        assertThat(steps.output("image")).isEqualTo("tandem/prod/auth@" + DIGEST);
        assertThat(steps.calls()).anyMatch(call -> call.startsWith("skopeo copy") && call.endsWith(
                        "docker://111122223333.dkr.ecr.eu-central-1.amazonaws.com/tandem/prod/auth:abc123"))
                .anyMatch(call -> call.startsWith("skopeo copy") && call.endsWith("/tandem/staging/auth:abc123"))
                .anyMatch(call -> call.contains("describe-images --region eu-west-1") && call.endsWith("imageDigest=" + DIGEST));
        assertThat(steps.out()).isDirectoryNotContaining("glob:**/secret-*");
        steps.standIn("aws", "case $* in *login*) echo password ;; *) echo 'ImageNotFoundException' >&2; exit 1 ;; esac").with("REPLICATION_SECONDS", "0");
        assertThat(steps.run("push").err()).contains("eu-west-1 has no tandem/staging/auth@" + DIGEST + " after 0 s.", "ImageNotFoundException");
    }

    @Test
    void wrongInputsNameWhatIsExpected() {
        assertThat(steps.with("SERVICE", "").run("smoke").err()).contains("smoke: SERVICE is not set.", "Expected the name of a service.");
        assertThat(steps.with("SERVICE", "../x").run("smoke").err()).contains("SERVICE is '../x'.");
        steps.with("SERVICE", "auth");
        assertThat(steps.with("STEPS", "25,50").run("canary").err()).contains("STEPS is '25,50'.", "begin with 1 to 5");
        assertThat(steps.with("SCRIPT", "fast.js").run("load").err()).contains("SCRIPT is 'fast.js'.");
        assertThat(steps.with("STACK", "eu-north-1").run("deploy").err()).containsAnyOf("there is no 'Pulumi.eu-north-1.yaml'", "there is no pulumi");
        assertThat(steps.calls()).isEmpty();
    }
}
