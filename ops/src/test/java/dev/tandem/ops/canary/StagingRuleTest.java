package dev.tandem.ops.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.canary.CanaryRun.Phase;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StagingRuleTest {

    private static final String PROD = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/auth@sha256:aa";

    private static Optional<CanaryRun> run(Phase phase, String image) {
        return Optional.of(new CanaryRun("auth", "canary", "stable", phase,
                new CanarySettings(List.of(5), 60, 200, 1000, 1, 20, List.of(), List.of()), 0, 1, 0, image, "anna", "", 1));
    }

    private static Optional<String> refusal(Optional<CanaryRun> run) {
        return StagingRule.refusal("staging", "auth", run, PROD);
    }

    @Test
    @Covers("R6.2")
    void theSameImageMustHaveBeenPromotedInStaging() {
        assertThat(refusal(Optional.empty()).orElseThrow()).startsWith("auth had no canary in staging, expected one that was promoted")
                .contains("./tandem canary run auth --environment staging --yes");
        assertThat(refusal(run(Phase.SOAKING, PROD)).orElseThrow()).contains("expected it to be promoted");
        assertThat(refusal(run(Phase.PROMOTED, "other/auth@sha256:bb")).orElseThrow())
                .contains("staging promoted the image other/auth@sha256:bb, this canary runs " + PROD);
        assertThat(refusal(run(Phase.PROMOTED, "444455556666.dkr.ecr.eu-central-1.amazonaws.com/auth@sha256:aa"))).isEmpty();
    }

    @Test
    @Covers("R6.2")
    void theSameImageMustHavePassedTheServicesTrial() {
        assertThat(StagingRule.refusal("auth", run(Phase.UNDONE, PROD).orElseThrow(), PROD).orElseThrow())
                .contains(" in its trial, expected it to be promoted: try the image out first: pipeline/steps/trial; or say --skip-staging");
        assertThat(StagingRule.refusal("auth", run(Phase.PROMOTED, "auth@sha256:bb").orElseThrow(), PROD).orElseThrow())
                .startsWith("auth: its trial promoted the image auth@sha256:bb, this canary runs " + PROD + ", expected the same: ");
        assertThat(StagingRule.refusal("auth", run(Phase.PROMOTED, "auth@sha256:aa").orElseThrow(), PROD)).isEmpty();
    }
}
