package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run that was killed between giving back and forgetting left behind, and one that AWS broke off. */
class ScaleCommandsTest {

    private static AwsAnswers scaled(String kept, String... services) {
        return new AwsAnswers()
                .answer("DescribeScalableTargets", "{\"ScalableTargets\":[" + Stream.of(services).map(ScaleCommandsTest::target)
                        .collect(Collectors.joining(",")) + "]}")
                .answer("GetItem", kept).answer("RegisterScalableTarget", "{}").answer("PutItem", "{}").answer("DeleteItem", "{}")
                .answer("", "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/anna</Arn>"
                        + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    @Test
    @Covers(value = "R7.4", evidence = Covers.Evidence.SIMULATED)
    void whatIsBackAlreadyIsForgotten() {
        try (AwsAnswers aws = scaled("{\"Item\":{\"least\":{\"N\":\"2\"},\"most\":{\"N\":\"8\"},\"suspended\":{\"BOOL\":false}}}", "auth-stable")) {
            AwsAnswers.Result done = aws.run("scale-restore --yes");
            assertThat(done.code()).as(done.err()).isZero();
            assertThat(done.out()).contains("  auth-stable 2..8\n").contains("Done: autoscaling works as before.");
            assertThat(aws.asked()).anyMatch(call -> call.startsWith("DeleteItem") && call.contains("{\"S\":\"capacity\"}")
                    && call.contains("{\"S\":\"auth-stable\"}"));
        }
    }

    /** Of two services the first is down when AWS refuses the second. */
    @Test
    @Covers(value = {"R7.4", "R11.3"}, evidence = Covers.Evidence.SIMULATED)
    void whatBreaksOffIsRecordedToo() {
        try (AwsAnswers aws = scaled("{}", "auth-stable", "web-stable").answer("RegisterScalableTarget", "error AccessDeniedException")
                .answer("CreateLogStream", "{}").answer("PutLogEvents", "{}")) {
            AwsAnswers.Result broken = aws.run("scale-down --yes");
            assertThat(broken.code()).as(broken.out()).isEqualTo(3);
            assertThat(broken.err()).contains("may not application-autoscaling:RegisterScalableTarget on web-stable of cluster tandem-prod");
            assertThat(aws.asked()).filteredOn(call -> call.startsWith("PutLogEvents")).singleElement().asString()
                    .contains("scale-down", "auth-stable 2..8; web-stable 2..8", "broken off: access denied");
        }
    }

    private static String target(String service) {
        return "{\"ServiceNamespace\":\"ecs\",\"ResourceId\":\"service/tandem-prod/" + service + "\",\"ScalableDimension\":"
                + "\"ecs:service:DesiredCount\",\"MinCapacity\":2,\"MaxCapacity\":8,\"SuspendedState\":{\"ScheduledScalingSuspended\":false}}";
    }

    @Test
    void withoutAnythingKeptNothingIsToBeDone() {
        try (AwsAnswers aws = scaled("{}", "auth-stable")) {
            AwsAnswers.Result idle = aws.run("scale-restore --yes");
            assertThat(idle.code()).as(idle.err()).isZero();
            assertThat(idle.out()).contains("Nothing to do.");
            assertThat(aws.asked()).noneMatch(call -> call.startsWith("RegisterScalableTarget") || call.startsWith("DeleteItem"));
        }
    }
}
