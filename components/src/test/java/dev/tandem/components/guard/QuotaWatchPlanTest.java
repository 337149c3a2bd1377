package dev.tandem.components.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuotaWatchPlanTest {

    private static final String REGION = "eu-central-1";
    private static final String IN = REGION + ":" + FoundationFixture.ACCOUNT + ":";
    private static final QuotaWatchPlan PLAN = QuotaWatchPlan.of(
            new FunctionRoles("tandem", "prod", REGION, FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY));
    private static final Evaluator IAM = new Evaluator(
            PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of(REGION, "eu-west-1")));

    @Test
    void thePlanIsWhatTheGoldenFileSays() {
        Golden.assertMatches("quota-watch-plan.json", PLAN);
    }

    /** The list is {@link WatchedQuota}; an alarm on a name that the function does not know would ring for ever. */
    @Test
    @Covers("R11.5")
    void theFunctionCountsWhatAlarmsAreOnAndNothingElse() {
        List<String> names = Arrays.stream(WatchedQuota.values()).map(WatchedQuota::id).toList();
        String source = FunctionPlan.source("quotas");
        String looks = source.substring(source.indexOf("LOOKS = {"));
        assertThat(Pattern.compile("\"([a-z-]+)\": ").matcher(looks).results().map((MatchResult look) -> look.group(1)))
                .containsExactlyElementsOf(names);
        assertThat(PLAN.function().environment().get("QUOTAS").split(",")).containsExactlyElementsOf(names);
        assertThat(PLAN.alarms()).extracting(alarm -> alarm.dimensions().get("Quota")).containsExactlyElementsOf(names);
        assertThat(source).contains("\"Namespace\": \"" + QuotaWatchPlan.NAMESPACE + "\"",
                "{\"Name\": \"" + QuotaWatchPlan.METRIC + "\", \"Unit\": \"Percent\"}", "\"Dimensions\": [[\"Environment\", \"Quota\"]]");
        assertThat(PLAN.alarms()).allSatisfy(alarm -> {
            assertThat(alarm.dimensions()).containsOnlyKeys("Environment", "Quota").containsEntry("Environment", "prod");
            assertThat(alarm.description()).endsWith("Runbook: docs/runbooks/quota-near.md");
        });
    }

    /** 0030 draws the line: what grows beyond a hundred lines becomes Java. */
    @Test
    void theFunctionIsSmall() {
        assertThat(FunctionPlan.source("quotas").lines()).hasSizeLessThan(100);
    }

    @Test
    @Covers("R8.2")
    void theFunctionReadsWhatItCountsUnderTheBoundary() {
        RolePlan role = PLAN.function().role();
        for (String action : List.of("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "servicediscovery:ListServices",
                "servicequotas:GetServiceQuota")) {
            assertThat(IAM.allows(role, Request.of(action, "*").with("aws:RequestedRegion", REGION))).as(action).isTrue();
            assertThat(IAM.allows(role, Request.of(action, "*").with("aws:RequestedRegion", "eu-west-1"))).as(action).isFalse();
        }
        assertThat(IAM.allows(role, Request.of("ecs:DescribeClusters", "arn:aws:ecs:" + IN + "cluster/tandem-prod"))).isTrue();
        assertThat(IAM.allows(role, Request.of("servicediscovery:ListInstances", "arn:aws:servicediscovery:" + IN + "service/srv-1")
                .with("aws:RequestedRegion", REGION))).isTrue();
        assertThat(IAM.allows(role, Request.of("ssm:GetServiceSetting",
                "arn:aws:ssm:" + IN + "servicesetting/ssm/parameter-store/high-throughput-enabled")
                .with("aws:RequestedRegion", REGION))).isTrue();
        assertThat(IAM.allows(role, Request.of("route53:GetHostedZoneLimit", "arn:aws:route53:::hostedzone/Z1"))).isTrue();
    }

    @Test
    @Covers("R8.2")
    void theFunctionChangesNothingAndReadsNothingElse() {
        RolePlan role = PLAN.function().role();
        List<Request> others = List.of(
                Request.of("ecs:DescribeClusters", "arn:aws:ecs:" + IN + "cluster/tandem-stage"),
                Request.of("ecs:UpdateService", "arn:aws:ecs:" + IN + "service/tandem-prod/auth-stable"),
                Request.of("ssm:GetServiceSetting", "arn:aws:ssm:" + IN + "servicesetting/ssm/parameter-store/default-parameter-tier"),
                Request.of("ssm:UpdateServiceSetting",
                        "arn:aws:ssm:" + IN + "servicesetting/ssm/parameter-store/high-throughput-enabled"),
                Request.of("ssm:GetParameter", "arn:aws:ssm:" + IN + "parameter/tandem/prod/auth"),
                Request.of("servicequotas:RequestServiceQuotaIncrease", "*"),
                Request.of("servicediscovery:RegisterInstance", "*"),
                Request.of("ec2:DeleteNetworkInterface", "*"),
                Request.of("route53:ListResourceRecordSets", "arn:aws:route53:::hostedzone/Z1"),
                Request.of("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1"));
        assertThat(others).allSatisfy(other ->
                assertThat(IAM.allows(role, other.with("aws:RequestedRegion", REGION))).as(other.toString()).isFalse());
    }
}
