package dev.tandem.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new image is the canary's until it is promoted, and what else runs goes on running. */
class ReleaseTest extends ReleaseStage {

    @Test
    @Covers(value = {"R6.2", "R6.3"}, evidence = Covers.Evidence.DESIGNED)
    void aNewImageIsTheCanarysAndStableStaysAsItIs() {
        steps.run("deploy").succeeded();
        assertThat(brief()).containsExactly("tandem status", SET + "image " + IMAGE, SET + "canaryImage " + IMAGE, UP,
                "aws ecs wait services-stable auth-canary");
        assertThat(clone.resolve("Pulumi.eu-central-1.yaml")).hasContent(STACK);
    }

    @Test
    void aCanaryThatHasTrafficIsNotReplaced() {
        live("stable 95 %, canary 5 %");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("auth in prod has the shares 'stable 95 %, canary 5 %'.",
                "Expected 'canary 0 %': a new image would get its traffic at once.", "./tandem canary abort auth --yes");
        assertThat(brief()).containsExactly("tandem status");
    }

    @Test
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED)
    void aDeploymentThatEcsTookBackIsRedThoughAllIsSteady() {
        runs("tandem/prod/auth@sha256:" + "0b".repeat(32));
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("auth-canary runs 'tandem/prod/auth@sha256:0b0b",
                "Expected sha256:0a0a", "ECS takes a deployment back");
    }

    @Test
    @Covers(value = "R6.3", evidence = Covers.Evidence.DESIGNED)
    void promoteMakesItStableWhileTheCanaryServesAndThenRemovesTheCanary() {
        live("stable 0 %, canary 100 %");
        steps.run("promote").succeeded();
        assertThat(brief()).containsExactly("tandem status", "aws ecs wait services-stable auth-canary",
                SET + "image " + IMAGE, SET + "canaryImage " + IMAGE, UP, "aws ecs wait services-stable auth-stable",
                "tandem blue-green switch auth --to stable", "k6 smoke.js", "k6 load.js", "tandem traffic auth --no-pins",
                SET + "image " + IMAGE, UP);
        assertThat(steps.output("stable_image")).isEqualTo(IMAGE);
        assertThat(clone.resolve("Pulumi.eu-central-1.yaml")).hasContent(STACK);
    }

    @Test
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED)
    void whatIsRedAfterTheSwitchGoesToTheCanaryAgainAndTheCanaryStays() {
        live("stable 0 %, canary 100 %");
        steps.standIn("k6", "case $* in *load.js) exit 99 ;; esac");
        Run.Finished red = steps.run("promote");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("an objective was missed by the stable version.");
        assertThat(brief()).endsWith("k6 load.js", "tandem blue-green switch auth --to canary");
    }

    @Test
    void promoteGoesOnWhereARunBeforeEndedAndRefusesAShare() {
        steps.run("promote").succeeded();
        assertThat(brief()).containsExactly("tandem status", "aws ecs wait services-stable auth-stable", "k6 smoke.js", "k6 load.js",
                "tandem traffic auth --no-pins", SET + "image " + IMAGE, UP);
        live("stable 50 %, canary 50 %");
        Run.Finished red = steps.run("promote");
        assertThat(red.err()).contains("auth in prod has the shares 'stable 50 %, canary 50 %'.", "Expected 'canary 100 %'.");
        assertThat(brief()).containsExactly("tandem status");
    }

    /** The other service's canary is in no file: a deployment would take its tasks, and all of its users with them. */
    @Test
    @Covers(value = "R6.2", evidence = Covers.Evidence.DESIGNED)
    void nothingIsDeployedWhileAnotherServicesCanaryServes() {
        steps.standIn("tandem", "case $* in status*) printf '%s\\n' 'eu-central-1 (prod)' 'auth  version 7  stable 100 %, canary 0 %' 'persona  version 4  stable 0 %, canary 100 %' ;; esac");
        for (String image : List.of("", IMAGE)) {
            refused("deploy", image, "no");
        }
        steps.with("STAGING_CEILING_EUR", "120").with("STAGING_WORST_EUR", "160");
        refused("deploy", IMAGE, "yes");
        refused("deploy", IMAGE, "end");
        refused("promote", IMAGE, "no");
    }

    /** A trial that was lost is nobody's release: promoting it would make nothing of the kind. */
    @Test
    void aTrialThatIsInTheWayIsNamedWithWhatTakesItAway() {
        twoServicesAndATrial("stable 100 %, canary 0 %", "stable 0 %, canary 100 %");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("auth-stg in prod, eu-central-1, has the shares 'stable 0 %, canary 100 %'.", "Fix: STAGING=end SERVICE=auth"
                + " STACK=eu-central-1 ENVIRONMENT=prod REGION=eu-central-1 pipeline/steps/deploy takes that trial away").doesNotContain("promote");
        assertThat(steps.calls()).noneMatch(call -> call.startsWith("pulumi"));
    }

    private void refused(String step, String image, String staging) {
        Run.Finished red = steps.with("IMAGE", image).with("STAGING", staging).run(step);
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("persona in prod, eu-central-1, has the shares 'stable 0 %, canary 100 %'.",
                "its canary's image is not in Pulumi.eu-central-1.yaml", "Fix: pipeline/steps/promote for persona, ./tandem canary abort persona --yes");
        assertThat(steps.calls()).noneMatch(call -> call.startsWith("pulumi"));
    }

    @Test
    void withoutAnImageItsOwnCanaryCountsTooAndAStackWithoutRoutesHarmsNobody() {
        live("stable 95 %, canary 5 %");
        steps.with("IMAGE", "");
        assertThat(steps.run("deploy").err()).contains("auth in prod, eu-central-1, has the shares 'stable 95 %, canary 5 %'.");
        steps.calls();
        steps.standIn("tandem", "echo 'no. Check the network' >&2; exit 2");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("no. Check the network", "what has traffic in prod, eu-central-1, can't be told");
        steps.calls();
        steps.standIn("tandem", "echo 'Scan: there is no table. Deploy the stack there first, or check --region' >&2; exit 2");
        steps.run("deploy").succeeded();
        assertThat(brief()).containsExactly("tandem status", UP);
    }

    /** What runs is newer than what the file has: the releases before this one are not committed, or this commit is older. */
    @Test
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED)
    void aReleaseTakesNoOtherServiceBackToTheImageOfTheFile() {
        twoServicesAndATrial("stable 100 %, canary 0 %");
        steps.run("deploy").succeeded();
        assertThat(brief()).containsExactly("tandem status", SET + "image " + RUNNING, SET_OTHER + OTHER, SET + "canaryImage " + IMAGE, UP,
                "aws ecs wait services-stable auth-canary");
        twoServicesAndATrial("stable 0 %, canary 100 %");
        steps.run("promote");
        assertThat(brief()).startsWith("tandem status", "aws ecs wait services-stable auth-canary", SET_OTHER + OTHER, SET + "image " + IMAGE);

        steps.with("IMAGE", "");
        twoServicesAndATrial("stable 100 %, canary 0 %");
        steps.run("deploy").succeeded();
        assertThat(brief()).as("without an image the file is what is deployed").containsExactly("tandem status", UP);
    }

    @Test
    void aServiceThatDoesNotRunHasTheFilesImageAndOneThatCannotBeToldStopsTheRelease() {
        twoServicesAndATrial("stable 100 %, canary 0 %");
        steps.standIn("aws", "case $* in *describe-services*persona*) ;; *describe-services*) echo auth-canary:1 ;; "
                + "*describe-task-definition*) echo '" + IMAGE + "' ;; esac");
        steps.run("deploy").succeeded();
        assertThat(brief()).noneMatch(call -> call.startsWith(SET_OTHER));
        steps.standIn("aws", "case $* in *persona*) echo AccessDeniedException >&2; exit 254 ;; *describe-services*) echo auth:1 ;; esac");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("AccessDeniedException", "which image persona runs can't be told (see above), so nothing was deployed.");
        assertThat(steps.calls()).noneMatch(call -> call.startsWith("pulumi up"));
    }

    /** A file that cannot be read now has no service less: its image would be the file's again. */
    @Test
    void aFileThatCannotBeAskedStopsTheRelease() {
        twoServicesAndATrial("stable 100 %, canary 0 %");
        pulumi("'config get'*persona*) echo 'error: read \".pulumi/meta.yaml\": connection reset' >&2; exit 255 ;;");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("connection reset", "whether Pulumi.eu-central-1.yaml has persona can't be told (exit 255; see above)");
        assertThat(steps.calls()).noneMatch(call -> call.startsWith("pulumi config set") || call.startsWith("pulumi up"));

        pulumi("'config get'*auth.*) cat >/dev/null ;;");
        steps.run("deploy").succeeded();
        assertThat(brief()).as("a child that reads takes no service from the list").contains(SET_OTHER + OTHER);
    }

    @Test
    void aServiceWithoutRoutesIsToldWithThoseThatHaveSome() {
        Run.Finished red = steps.with("SERVICE", "autth").run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("there is no autth in prod, eu-central-1", "Expected one of: auth");
    }
}
