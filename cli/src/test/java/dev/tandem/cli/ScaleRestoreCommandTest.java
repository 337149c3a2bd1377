package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

/** What a run that was killed between giving back and forgetting left behind. */
class ScaleRestoreCommandTest {

    private static AwsAnswers scaled(String kept) {
        return new AwsAnswers()
                .answer("DescribeScalableTargets", "{\"ScalableTargets\":[{\"ServiceNamespace\":\"ecs\",\"ResourceId\":"
                        + "\"service/tandem-prod/auth-stable\",\"ScalableDimension\":\"ecs:service:DesiredCount\",\"MinCapacity\":2,"
                        + "\"MaxCapacity\":8,\"SuspendedState\":{\"ScheduledScalingSuspended\":false}}]}")
                .answer("GetItem", kept).answer("RegisterScalableTarget", "{}").answer("PutItem", "{}").answer("DeleteItem", "{}")
                .answer("", "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/anna</Arn>"
                        + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    @Test
    @Covers(value = "R7.4", evidence = Covers.Evidence.SIMULATED)
    void whatIsBackAlreadyIsForgotten() {
        try (AwsAnswers aws = scaled("{\"Item\":{\"least\":{\"N\":\"2\"},\"most\":{\"N\":\"8\"},\"suspended\":{\"BOOL\":false}}}")) {
            AwsAnswers.Result done = aws.run("scale-restore --yes");
            assertThat(done.code()).as(done.err()).isZero();
            assertThat(done.out()).contains("  auth-stable 2..8\n").contains("Done: autoscaling works as before.");
            assertThat(aws.asked()).anyMatch(call -> call.startsWith("DeleteItem") && call.contains("{\"S\":\"capacity\"}")
                    && call.contains("{\"S\":\"auth-stable\"}"));
        }
    }

    @Test
    void withoutAnythingKeptNothingIsToBeDone() {
        try (AwsAnswers aws = scaled("{}")) {
            AwsAnswers.Result idle = aws.run("scale-restore --yes");
            assertThat(idle.code()).as(idle.err()).isZero();
            assertThat(idle.out()).contains("Nothing to do.");
            assertThat(aws.asked()).noneMatch(call -> call.startsWith("RegisterScalableTarget") || call.startsWith("DeleteItem"));
        }
    }
}
