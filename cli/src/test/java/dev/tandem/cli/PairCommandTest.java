package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

/** What a machine that is under way already changes about the question whether one may be started. */
class PairCommandTest {

    private static final String MACHINES = "arn:aws:states:eu-west-1:111122223333:";

    /** A survivor whose service runs no task, and a run of one of the machines. */
    private static AwsAnswers red(String takeovers, String failbacks) {
        return new AwsAnswers()
                .answer("", "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/anna</Arn>"
                        + "</GetCallerIdentityResult></GetCallerIdentityResponse>")
                .answer("DescribeStateMachine", "{\"definition\":\"{\\\"States\\\":{\\\"Plan\\\":{\\\"Parameters\\\":{\\\"services\\\":"
                        + "[{\\\"resourceId\\\":\\\"service/tandem-prod/auth-stable\\\"}]}}}}\"}")
                .answer("ListExecutions", takeovers).answer("ListExecutions", failbacks)
                .answer("GetItem", "{\"Item\":{\"operation\":{\"S\":\"failback\"}}}")
                .answer("DescribeServices", "{\"services\":[]}")
                .answer("PutItem", "{}").answer("DeleteItem", "{}")
                .answer("StartExecution", "{\"executionArn\":\"" + MACHINES + "execution:tandem-prod-takeover:new\",\"startDate\":1}");
    }

    private static String run(String machine) {
        return "{\"executions\":[{\"executionArn\":\"" + MACHINES + "execution:tandem-prod-" + machine + ":by-hand-1\",\"status\":\"RUNNING\","
                + "\"startDate\":1}]}";
    }

    /** A failback that is under way is no leave to move everything to a region that can't serve. */
    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.SIMULATED)
    void aFailoverDuringAFailbackIsHeldToTheRegionThatShallServe() {
        try (AwsAnswers aws = red("{\"executions\":[]}", run("failback"))) {
            AwsAnswers.Result refused = aws.run("failover --yes --no-follow");
            assertThat(refused.code()).as(refused.out() + refused.err()).isEqualTo(1);
            assertThat(refused.err()).contains("tandem: eu-west-1 is red: auth-stable runs no task", "Nothing was changed; mend it, or use --force");
            assertThat(aws.asked()).noneMatch(call -> call.startsWith("StartExecution"));
        }
    }

    @Test
    void aFailoverThatIsUnderWayIsFollowedWhateverTheRegionIs() {
        try (AwsAnswers aws = red(run("takeover"), run("takeover"))) {
            AwsAnswers.Result followed = aws.run("failover --yes --no-follow");
            assertThat(followed.code()).as(followed.out() + followed.err()).isZero();
            assertThat(followed.out()).contains("execution:tandem-prod-takeover:by-hand-1");
            assertThat(aws.asked()).noneMatch(call -> call.startsWith("StartExecution"));
        }
    }
}
