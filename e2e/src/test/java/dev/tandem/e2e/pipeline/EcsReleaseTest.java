package dev.tandem.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that ECS rolls out: what the step orders, and what it makes of ECS's answer. ECS itself is a stand-in. */
class EcsReleaseTest extends ReleaseStage {

    private static final String FOLLOW = "tandem rollout auth --follow --image " + IMAGE + " --limit 5400s";

    @BeforeEach
    void aServiceThatEcsRollsOut() {
        ecs("");
    }

    /** @param rollout what ./tandem rollout does */
    private void ecs(String rollout) {
        steps.standIn("tandem", "case $1 in status) printf '%s\\n' 'auth  version 7  stable 100 %, rolled out by ECS' "
                + "'persona  version 4  stable 100 %, canary 0 %' ;; rollout) " + rollout + " : ;; esac");
        steps.standIn("aws", "case $* in *describe-services*persona*) echo persona:2 ;; *describe-services*) echo auth:3 ;; "
                + "*definition*persona:2*) echo " + OTHER + " ;; *definition*) echo " + IMAGE + " ;; esac");
    }

    @Test
    void theImageBecomesTheServicesAndTheDeploymentIsFollowedToItsEnd() throws Exception {
        steps.run("deploy").succeeded();
        assertThat(brief()).containsExactly("tandem status", SET_OTHER + OTHER, SET + "image " + IMAGE, UP, FOLLOW);
        assertThat(steps.events("deploy")).containsExactly("started:", "promoted: auth in prod", "passed:");
        assertThat(Files.readString(clone.resolve("Pulumi.eu-central-1.yaml"))).isEqualTo(STACK);

        steps.run("blue-green").succeeded();
        assertThat(brief()).as("nothing to switch").containsExactly("tandem status");
        assertThat(steps.events("blue-green")).containsExactly("started:", "skipped: ECS rolls auth out", "passed:");
        steps.run("promote").succeeded();
        assertThat(brief()).containsExactly("tandem status", "aws ecs wait services-stable auth-stable");
        assertThat(steps.output("stable_image")).isEqualTo(IMAGE);
    }

    @Test
    void whatEcsTakesBackIsRedWithItsReason() {
        ecs("echo 'canary ROLLBACK_SUCCESSFUL: alarms that ring: tandem-prod-auth-error-rate'; exit 4;");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("alarms that ring: tandem-prod-auth-error-rate", "ECS took " + IMAGE + " back, or it was stopped (see above).",
                "Fix: run the step with the image before");
        assertThat(steps.events("deploy")).contains("rollback: auth in prod");
    }

    @Test
    void whatDoesNotEndInTimeIsRedAndNotCalledARollback() {
        ecs("echo 'is at BAKE_TIME after 10 minutes, expected its end' >&2; exit 1;");
        Run.Finished red = steps.with("ROLLOUT_SECONDS", "600").run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("is at BAKE_TIME", "auth was not followed to the end of its deployment (exit 1; see above). ECS goes on with it.",
                "See: ./tandem rollout auth --environment prod --region eu-central-1");
        assertThat(steps.events("deploy")).noneMatch(event -> event.startsWith("rollback") || event.startsWith("promoted"));
        assertThat(brief()).endsWith("tandem rollout auth --follow --image " + IMAGE + " --limit 600s");
        assertThat(steps.with("ROLLOUT_SECONDS", "2h").run("deploy").err()).contains("ROLLOUT_SECONDS is '2h'.", "Expected seconds, such as 5400.");
    }

    /** The provider may wait for ECS itself: then it is pulumi up that fails, and only ECS knows why. */
    @Test
    void aDeploymentThatPulumiSeesFailIsToldByEcsToo() {
        pulumi("'up '*) exit 255 ;;");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("the deployment of eu-central-1 failed (exit 255");
        assertThat(brief()).endsWith(UP, "tandem rollout auth");
    }

    @Test
    void anotherServicesCanaryIsNotHarmed() {
        steps.standIn("tandem", "case $1 in status) printf '%s\\n' 'auth  version 7  stable 100 %, rolled out by ECS' "
                + "'persona  version 4  stable 95 %, canary 5 %' ;; esac");
        Run.Finished red = steps.run("deploy");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("persona in prod, eu-central-1, has the shares 'stable 95 %, canary 5 %'.");
        assertThat(brief()).containsExactly("tandem status");
    }
}
