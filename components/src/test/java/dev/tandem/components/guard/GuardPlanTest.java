package dev.tandem.components.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.guard.GuardArgs.Action;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardPlanTest {

    private static final String IN = "eu-central-1:" + FoundationFixture.ACCOUNT + ":";
    private static final String TOPIC = "arn:aws:sns:" + IN + "tandem-prod-alarms";
    private static final String SECRET = "arn:aws:secretsmanager:" + IN + "secret:tandem/chat-webhook-a1B2c3";
    private static final GuardPlan PLAN = GuardPlan.of(
            new FunctionRoles("tandem", "prod", "eu-central-1", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY), TOPIC,
            new GuardArgs(List.of(
                    new GuardedService("auth-stable", 2, 4, new BigDecimal("0.022715")),
                    new GuardedService("persona-stable", 1, 4, new BigDecimal("0.022715"))),
                    Optional.of(Action.FLOOR), "tandem-prod-eu-central-1", true, Optional.of(SECRET)));
    private static final Evaluator IAM = new Evaluator(
            PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of("eu-central-1", "eu-west-1")));

    /** The end-to-end test runs exactly this file in a simulator. */
    @Test
    @Covers(value = "R7.4", evidence = Evidence.DESIGNED)
    void theMachineIsWhatTheGoldenFileSays() {
        Golden.assertJsonMatches("machine-budget.json", PLAN.action().orElseThrow().machine().toJson());
    }

    @Test
    @Covers("R7.3")
    void runningTasksMayCostAQuarterMoreThanThoseThatRest() {
        assertThat(TaskPrice.in("eu-central-1").orElseThrow().task(512, 1024)).isEqualByComparingTo("0.022715");
        assertThat(PLAN.usdAnHour()).isEqualByComparingTo("0.085");
        assertThat(PLAN.tasks().orElseThrow().environment())
                .containsEntry("USD_AN_HOUR", "{\"auth-stable\":0.022715,\"persona-stable\":0.022715}");
    }

    @Test
    @Covers("R7.3")
    void aTaskWithoutAPriceIsRefusedOnlyWhereItWouldBeCounted() {
        FunctionRoles roles =
                new FunctionRoles("tandem", "prod", "eu-central-1", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY);
        List<GuardedService> services = List.of(new GuardedService("auth-stable", 2, 4, BigDecimal.ZERO));
        assertThatThrownBy(() -> GuardPlan.of(roles, TOPIC, new GuardArgs(services, Optional.empty(), "b", true, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the check of running tasks has no price of a task of auth-stable: found 0 USD an hour, expected more than 0");
        assertThat(GuardPlan.of(roles, TOPIC, new GuardArgs(services, Optional.of(Action.DENY), "b", false, Optional.empty())).tasks())
                .isEmpty();
        assertThat(TaskPrice.in("ap-southeast-2")).isEmpty();
    }

    @Test
    @Covers("R8.2")
    void theMachineSetsCapacityAndTellsAndNothingElse() {
        RolePlan role = PLAN.action().orElseThrow().role();
        assertThat(IAM.allows(role, Request.of("application-autoscaling:RegisterScalableTarget",
                "arn:aws:application-autoscaling:" + IN + "scalable-target/1")
                .with("application-autoscaling:service-namespace", "ecs"))).isTrue();
        assertThat(IAM.allows(role, Request.of("application-autoscaling:RegisterScalableTarget",
                "arn:aws:application-autoscaling:" + IN + "scalable-target/1")
                .with("application-autoscaling:service-namespace", "dynamodb"))).isFalse();
        assertThat(IAM.allows(role, Request.of("sns:Publish", TOPIC))).isTrue();
        assertThat(IAM.allows(role, Request.of("ecs:UpdateService", "arn:aws:ecs:" + IN + "service/tandem-prod/auth-stable"))).isTrue();
        assertThat(IAM.allows(role, Request.of("ecs:UpdateService", "arn:aws:ecs:" + IN + "service/tandem-prod/other"))).isFalse();
        assertThat(IAM.allows(role, Request.of("ecs:DeleteService", "arn:aws:ecs:" + IN + "service/tandem-prod/auth-stable"))).isFalse();
        assertThat(IAM.allows(role, Request.of("dynamodb:GetItem", "arn:aws:dynamodb:" + IN + "table/tandem-prod-auth"))).isFalse();
    }

    @Test
    @Covers("R8.2")
    void eachFunctionDoesItsOwnOnly() {
        RolePlan starter = PLAN.action().orElseThrow().starter().role();
        RolePlan tasks = PLAN.tasks().orElseThrow().role();
        RolePlan chat = PLAN.chat().orElseThrow().role();
        Request start = Request.of("states:StartExecution", "arn:aws:states:" + IN + "stateMachine:tandem-prod-budget");
        Request takeover = Request.of("states:StartExecution", "arn:aws:states:" + IN + "stateMachine:tandem-prod-takeover");
        Request webhook = Request.of("secretsmanager:GetSecretValue", SECRET);
        Request see = Request.of("ecs:DescribeServices", "arn:aws:ecs:" + IN + "service/tandem-prod/auth-stable");
        assertThat(IAM.allows(starter, start)).isTrue();
        assertThat(IAM.allows(starter, takeover)).isFalse();
        assertThat(IAM.allows(chat, webhook)).isTrue();
        assertThat(IAM.allows(tasks, see)).isTrue();
        assertThat(List.of(IAM.allows(starter, webhook), IAM.allows(starter, see), IAM.allows(tasks, start),
                IAM.allows(tasks, webhook), IAM.allows(chat, start), IAM.allows(chat, see))).containsOnly(false);
    }

    /** The secret may be encrypted under the environment's key, as every other secret is. */
    @Test
    @Covers("R8.2")
    void onlyTheChatsFunctionDecryptsTheWebhook() {
        Request decrypt = Request.of("kms:Decrypt", "arn:aws:kms:" + IN + "key/1")
                .with("kms:ViaService", "secretsmanager.eu-central-1.amazonaws.com");
        RolePlan chat = PLAN.chat().orElseThrow().role();
        assertThat(IAM.allows(chat, decrypt.with("kms:ResourceAliases", "alias/tandem-prod"))).isTrue();
        assertThat(IAM.allows(chat, decrypt.with("kms:ResourceAliases", "alias/other"))).isFalse();
        assertThat(IAM.allows(PLAN.tasks().orElseThrow().role(), decrypt.with("kms:ResourceAliases", "alias/tandem-prod"))).isFalse();
        assertThat(IAM.allows(PLAN.action().orElseThrow().starter().role(), decrypt.with("kms:ResourceAliases", "alias/tandem-prod")))
                .isFalse();
    }

    @Test
    void withNothingChosenThereIsNothing() {
        assertThat(new GuardArgs(List.of(), Optional.empty(), "budget", false, Optional.empty()).isIdle()).isTrue();
    }
}
