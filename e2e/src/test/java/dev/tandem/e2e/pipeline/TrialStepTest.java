package dev.tandem.e2e.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trial is made, goes through its gates, and is taken away again. */
class TrialStepTest extends ReleaseStage {

    @Test
    @Covers(value = {"R6.2", "R6.5", "R8.2"}, evidence = Covers.Evidence.DESIGNED)
    void aTrialGoesThroughItsGatesBesideProductionAndIsTakenAway() {
        trial();
        steps.run("trial").succeeded();
        List<String> calls = brief();
        assertThat(calls).startsWith("tandem status", "tandem traffic auth-stg --no-pins --force", "tandem canary abort auth-stg", SET + "image " + RUNNING, SET_OTHER + OTHER,
                SET_TRIAL + "image " + RUNNING, SET_TRIAL + "canaryImage " + IMAGE,
                "pulumi config set --stack eu-central-1 --path tandem:costCeilingEur 120",
                "pulumi config set --stack eu-central-1 --path eu-compliance:worstCaseCeilingEur 160", UP_TRIAL,
                "aws ecs wait services-stable auth-stg-canary", "k6 smoke.js", "host stg.api.example of /api/auth/healthz",
                "tandem canary start auth-stg --steps 5,25,50 --soak 5m");
        assertThat(calls).containsSubsequence("tandem canary promote auth-stg", "k6 load.js", "host stg.api.example of /api/auth/healthz");
        assertThat(calls).endsWith("tandem status", "tandem traffic auth-stg --no-pins --force", "tandem canary abort auth-stg", SET + "image " + RUNNING, SET_OTHER + OTHER, UP_TRIAL);
        assertThat(clone.resolve("Pulumi.eu-central-1.yaml")).hasContent(STACK);
    }

    @Test
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED)
    void aTrialThatIsRedIsTakenAwayAndNextTimeBeginsAnew() {
        trial();
        steps.standIn("k6", "case $* in *compare*) exit 99 ;; esac");
        Run.Finished red = steps.run("trial");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.err()).contains("trial: the trial of auth is red at step canary (see above).", "taking the trial away");
        assertThat(brief()).doesNotContain("k6 load.js").containsSubsequence("tandem canary abort auth-stg", "tandem status", UP_TRIAL).endsWith(UP_TRIAL);

        twoServicesAndATrial("stable 100 %, canary 0 %", "stable 0 %, canary 100 %");
        steps.with("STAGING", "end").run("deploy").succeeded();
        assertThat(brief()).startsWith("tandem status",
                        "tandem traffic auth-stg --no-pins --force --weight stable=100 --weight canary=0", "tandem canary abort auth-stg")
                .noneMatch(call -> call.contains("staging.services")).endsWith(UP_TRIAL);
    }

    /** The build server kills a step ten seconds after it is cancelled, and then runs what takes the trial away. */
    @Test
    void aTrialWhoseStepWasKilledIsTakenAwayByTheMarkThatItLeaves() {
        trial();
        steps.standIn("k6", "p=$PPID; until ps -o args= -p $p | grep -q steps/trial; do p=$(ps -o ppid= -p $p | tr -d ' '); done; kill -9 $p");
        assertThat(steps.run("trial").exit()).isEqualTo(137);
        Path mark = steps.out().resolve("trial-to-end");
        assertThat(mark).hasContent("auth-stg");
        steps.calls();

        steps.standIn("k6", "").with("STAGING", "end").run("deploy").succeeded();
        assertThat(brief()).startsWith("tandem status", "tandem traffic auth-stg --no-pins --force").endsWith(UP_TRIAL);
        assertThat(mark).doesNotExist();
    }

    /** Nothing was made, so nothing is deployed to take it away. */
    @Test
    void aMistakeInAnInputDeploysNothing() {
        trial();
        steps.with("IMAGE", "tandem/prod/auth:2.0.0");
        mistaken("IMAGE is 'tandem/prod/auth:2.0.0'.", "IMAGE", IMAGE);
        steps.with("STACK", "eu-north-1");
        mistaken("there is no 'Pulumi.eu-north-1.yaml'", "STACK", "eu-central-1");
        steps.with("STAGING_CEILING_EUR", "");
        mistaken("STAGING_CEILING_EUR is not set.", "STAGING_CEILING_EUR", "120");
        steps.with("STAGING_WORST_EUR", "160 EUR");
        mistaken("STAGING_WORST_EUR is '160 EUR'.", "STAGING_WORST_EUR", "160");
    }

    private void mistaken(String told, String name, String right) {
        Run.Finished red = steps.run("trial");
        assertThat(red.exit()).isEqualTo(2);
        assertThat(red.err()).contains("trial: ", told).doesNotContain("taking the trial away");
        assertThat(steps.calls()).isEmpty();
        assertThat(steps.out().resolve("trial-to-end")).doesNotExist();
        steps.with(name, right);
    }

    private void trial() {
        steps.with("STAGING_CEILING_EUR", "120").with("STAGING_WORST_EUR", "160").with("STAGING_HOST", "stg.api.example");
        twoServicesAndATrial("stable 100 %, canary 0 %");
        steps.standIn("k6", "printf 'host %s of %s\\n' \"$HOST\" \"$PATHS\" >>'" + directory.resolve("calls") + "'");
    }
}
