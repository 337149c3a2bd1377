package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.route.RolledOutBy;
import org.junit.jupiter.api.Test;

/** ECS's answers are written by hand, after its API reference: no simulator has service deployments. */
class RolloutCommandTest {

    private static final String DIGEST = "sha256:" + "0a".repeat(32);
    private static final String ARN = "arn:aws:ecs:eu-central-1:111122223333:service-deployment/tandem-prod/web-stable/x";

    private static AwsAnswers deployment(String... states) {
        AwsAnswers aws = EcsRolloutCommandsTest.declared(RolledOutBy.ECS)
                .answer("ListServiceDeployments", "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + ARN + "\",\"createdAt\":1}]}")
                .answer("DescribeServiceRevisions", "{\"serviceRevisions\":[{\"containerImages\":[{\"containerName\":\"app\",\"image\":"
                        + "\"tandem/prod/web@" + DIGEST + "\"}]}]}");
        for (String state : states) {
            aws.answer("DescribeServiceDeployments", "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + ARN + "\",\"status\":" + state
                    + ",\"deploymentConfiguration\":{\"strategy\":\"BLUE_GREEN\"},\"targetServiceRevision\":{\"arn\":\"r\","
                    + "\"requestedProductionTrafficWeight\":100.0,\"runningTaskCount\":2,\"requestedTaskCount\":2}}]}");
        }
        return aws;
    }

    @Test
    void showsHowFarItIsAndHowToTakeItBack() {
        try (AwsAnswers aws = deployment("\"IN_PROGRESS\",\"lifecycleStage\":\"BAKE_TIME\"")) {
            AwsAnswers.Result shown = aws.run("rollout web");
            assertThat(shown.code()).as(shown.err()).isZero();
            assertThat(shown.out()).isEqualTo("""
                    web in eu-central-1 (prod): blue-green IN_PROGRESS, BAKE_TIME: 100 % of the requests, 2 of 2 tasks
                      brings tandem/prod/web@DIGEST
                      ARN
                    Take it back: aws ecs stop-service-deployment --stop-type ROLLBACK --region eu-central-1 --service-deployment-arn ARN
                    """.replace("DIGEST", DIGEST).replace("ARN", ARN));
            assertThat(aws.run("rollout web --json").out()).contains("\"stage\" : \"BAKE_TIME\"", "\"ended\" : false", "\"percent\" : 100.0");
            assertThat(aws.asked()).anyMatch(call -> call.startsWith("ListServiceDeployments") && call.contains("\"web-stable\"")
                    && call.contains("\"tandem-prod\""));
        }
    }

    @Test
    void followedToARollbackItFailsWithTheReason() {
        try (AwsAnswers aws = deployment("\"ROLLBACK_SUCCESSFUL\",\"statusReason\":\"rolled back\",\"alarms\":{\"triggeredAlarmNames\":"
                + "[\"tandem-prod-web-error-rate\"]}")) {
            AwsAnswers.Result red = aws.run("rollout web --follow --image tandem/prod/web@" + DIGEST);
            assertThat(red.code()).isEqualTo(4);
            assertThat(red.out()).contains("  blue-green ROLLBACK_SUCCESSFUL: ", "rolled back; alarms that ring: tandem-prod-web-error-rate\n")
                    .doesNotContain("Take it back");
        }
        try (AwsAnswers aws = deployment("\"SUCCESSFUL\"")) {
            AwsAnswers.Result green = aws.run("rollout web --follow --json --limit 30m");
            assertThat(green.code()).isZero();
            assertThat(green.out()).contains("\"succeeded\" : true").doesNotContain("blue-green SUCCESSFUL");
            assertThat(green.err()).contains("blue-green SUCCESSFUL: 100 % of the requests");
        }
    }

    @Test
    void saysWhatIsNotThereOrNotAllowed() {
        try (AwsAnswers aws = EcsRolloutCommandsTest.declared(RolledOutBy.ECS).answer("ListServiceDeployments", "{\"serviceDeployments\":[]}")) {
            assertThat(aws.run("rollout web").err())
                    .isEqualTo("tandem: web-stable has no deployment of the last 90 days in tandem-prod, expected one: ECS remembers no longer\n");
            assertThat(aws.run("rollout web --limit soon").err()).contains("--limit: found 'soon', expected a number with s, m or h");
        }
        try (AwsAnswers aws = EcsRolloutCommandsTest.declared(RolledOutBy.ECS).answer("ListServiceDeployments", "error AccessDeniedException")) {
            AwsAnswers.Result denied = aws.run("rollout web");
            assertThat(denied.code()).isEqualTo(3);
            assertThat(denied.err()).contains("may not ecs:ListServiceDeployments on service web-stable of cluster tandem-prod");
        }
    }
}
