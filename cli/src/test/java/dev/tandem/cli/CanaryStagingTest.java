package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RolledOutBy;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.canary.CanaryRun.Phase;
import dev.tandem.ops.canary.CanarySettings;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A canary in production of a service whose trials run beside it, and with no staging environment. */
class CanaryStagingTest {

    private static AwsAnswers trial(Phase phase) throws JsonProcessingException {
        CanaryRun run = new CanaryRun("web-stg", "canary", "stable", phase,
                new CanarySettings(List.of(5), 60, 200, 1000, 1, 20, List.of(), List.of()), 0, 1, 0, "", "anna", "smoke test failed", 3);
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.putObject("Item").putObject("state").put("S", new ObjectMapper().writeValueAsString(run));
        return EcsRolloutCommandsTest.declared(RolledOutBy.MESH).answer("DescribeTable", "error ResourceNotFoundException")
                .answer("GetItem \"web-stg\"", item.toString());
    }

    @Test
    @Covers(value = "R6.2", evidence = Covers.Evidence.SIMULATED)
    void isRefusedWhenTheTrialWasTakenBack() throws JsonProcessingException {
        try (AwsAnswers aws = trial(Phase.UNDONE)) {
            AwsAnswers.Result refused = aws.run("canary start web");
            assertThat(refused.code()).as(refused.out()).isEqualTo(1);
            assertThat(refused.err()).contains("the canary canary of web-stg: taken back: smoke test failed",
                    " in its trial, expected it to be promoted: try the image out first: pipeline/steps/trial; or say --skip-staging");
            assertThat(aws.run("canary start web --skip-staging").err()).doesNotContain("trial");
        }
    }

    @Test
    void goesOnWhenTheTrialPassedOrThereWasNone() throws JsonProcessingException {
        try (AwsAnswers aws = trial(Phase.PROMOTED)) {
            assertThat(aws.run("canary start web").out()).contains("versions[canary].weight: 0 -> 5");
        }
        try (AwsAnswers aws = EcsRolloutCommandsTest.declared(RolledOutBy.MESH).answer("DescribeTable", "error ResourceNotFoundException")) {
            assertThat(aws.run("canary start web").out()).contains("versions[canary].weight: 0 -> 5");
        }
    }
}
