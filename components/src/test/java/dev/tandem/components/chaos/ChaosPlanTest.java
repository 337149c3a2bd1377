package dev.tandem.components.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.service.EcsRollout;
import dev.tandem.components.service.ImageRef;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.ServiceFixtures;
import dev.tandem.components.service.ServiceMesh;
import dev.tandem.components.service.TokenKeys;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Experiments as they are planned and declared: what they break, what stops them, what their role may do. */
class ChaosPlanTest {

    private static final MeshServiceArgs AUTH = MeshServiceArgs.builder("auth").team("identity").image("tandem/prod/auth:1.0.0")
            .sidecarImages("tandem/prod/envoy:1.40.0", "tandem/prod/collector:0.45.1").path("/api/auth").callers("persona")
            .tokens(TokenKeys.rotatedBy(ImageRef.parse("tandem/prod/auth-keys:1.0.0"))).build();
    private static final List<MeshServiceArgs> SERVICES = List.of(AUTH, ServiceFixtures.persona());
    private static final FunctionRoles NAMES = new FunctionRoles("tandem", "prod", "eu-central-1", FoundationFixture.ACCOUNT,
            "arn:aws:iam::" + FoundationFixture.ACCOUNT + ":policy/tandem-boundary");
    private static final String EC2 = "arn:aws:ec2:eu-central-1:" + FoundationFixture.ACCOUNT + ":";
    private static final String ECS = "arn:aws:ecs:eu-central-1:" + FoundationFixture.ACCOUNT + ":";

    private static ChaosPlan plan(MeshServiceArgs... services) {
        List<MeshServiceArgs> all = services.length == 0 ? SERVICES : List.of(services);
        return ChaosPlan.of(NAMES, 2, all,
                new ChaosArgs(all.stream().map(MeshServiceArgs::name).toList(), 5, "eu-west-1", true));
    }

    private static boolean may(String action, String resource, String... context) {
        Request request = Request.of(action, resource).with("aws:RequestedRegion", "eu-central-1");
        for (int i = 0; i < context.length; i += 2) {
            request = request.with(context[i], context[i + 1]);
        }
        return new Evaluator(plan().rights()).allows(plan().role(), request);
    }

    @Test
    @Covers(value = "R1.4", evidence = Covers.Evidence.DESIGNED)
    void isWhatTheGoldenFileSays() {
        Golden.assertMatches("chaos-plan.json", plan());
        assertThat(plan().rights().toJson()).as("IAM's limit of a managed policy").hasSizeLessThanOrEqualTo(6144);
    }

    @Test
    @Covers(value = "R8.2", evidence = Covers.Evidence.DESIGNED)
    void theRoleStopsItsOwnClustersTasksAndRemovesOnlyWhatExperimentsMade() {
        assertThat(may("ecs:StopTask", ECS + "task/tandem-prod/0a1b")).isTrue();
        assertThat(may("ecs:StopTask", ECS + "task/tandem-staging/0a1b")).isFalse();
        assertThat(may("ecs:ListTasks", "*", "ecs:cluster", ECS + "cluster/tandem-prod")).isTrue();
        assertThat(may("ecs:ListTasks", "*", "ecs:cluster", ECS + "cluster/other")).isFalse();
        assertThat(may("ec2:DeleteNetworkAcl", EC2 + "network-acl/acl-1", "aws:ResourceTag/managedByFIS", "true")).isTrue();
        assertThat(may("ec2:DeleteNetworkAcl", EC2 + "network-acl/acl-1")).isFalse();
        assertThat(may("ec2:CreateRouteTable", EC2 + "route-table/*", "aws:RequestTag/managedByFIS", "true")).isTrue();
        assertThat(may("ec2:CreateRouteTable", EC2 + "route-table/*")).isFalse();
        assertThat(may("ec2:CreateRoute", EC2 + "route-table/rtb-of-the-stack")).isFalse();
        assertThat(may("ec2:CreateTags", EC2 + "network-acl/acl-1", "aws:RequestTag/managedByFIS", "true")).isFalse();
        assertThat(may("ec2:ReplaceNetworkAclAssociation", EC2 + "subnet/subnet-1")).isTrue();
        assertThat(may("ec2:ReplaceNetworkAclAssociation", EC2.replace("central", "west") + "subnet/subnet-1")).isFalse();
        assertThat(may("ec2:DescribeSubnets", "*", "aws:RequestedRegion", "us-east-1")).isFalse();
        assertThat(may("iam:PassRole", "arn:aws:iam::" + FoundationFixture.ACCOUNT + ":role/tandem-prod-auth")).isFalse();
    }

    @Test
    @Covers(value = "R8.2", evidence = Covers.Evidence.DESIGNED)
    void latencyIsPublishedByAnAutomationThatMayChangeTheseRoutesOnly() {
        String automation = "arn:aws:ssm:eu-central-1:" + FoundationFixture.ACCOUNT + ":automation-definition/tandem-prod-";
        assertThat(may("ssm:StartAutomationExecution", automation + "latency-auth:1")).isTrue();
        assertThat(may("ssm:StartAutomationExecution", automation + "other:1")).isFalse();
        LatencyPlan latency = plan().latency().orElseThrow();
        String role = "arn:aws:iam::" + FoundationFixture.ACCOUNT + ":role/" + latency.role().name();
        assertThat(may("iam:PassRole", role, "iam:PassedToService", "ssm.amazonaws.com")).isTrue();
        assertThat(may("iam:PassRole", role, "iam:PassedToService", "lambda.amazonaws.com")).isFalse();
        String routes = "arn:aws:dynamodb:eu-central-1:" + FoundationFixture.ACCOUNT + ":table/tandem-prod-routes";
        Evaluator unbounded = new Evaluator(latency.role().policies().get("delay"));
        assertThat(unbounded.allows(latency.role(), Request.of("dynamodb:PutItem", routes).with("dynamodb:LeadingKeys", "auth"))).isTrue();
        assertThat(unbounded.allows(latency.role(), Request.of("dynamodb:PutItem", routes).with("dynamodb:LeadingKeys", "cart"))).isFalse();
        assertThat(latency.documents()).containsOnlyKeys("tandem-prod-latency-auth", "tandem-prod-latency-persona")
                .allSatisfy((name, content) -> assertThat(content).contains("\"onCancel\":\"step:takeBack\"", "\"isEnd\":true",
                        ":role/tandem-prod-latency-eu-central-1\""));
    }

    @Test
    void latencyNeedsRoutesOfTheMesh() {
        List<String> names = List.of("auth", "persona");
        ChaosPlan without = ChaosPlan.of(NAMES, 2, SERVICES, new ChaosArgs(names, 5, "eu-west-1", false));
        assertThat(without.latency()).isEmpty();
        assertThat(without.experiments()).noneMatch(one -> one.key().startsWith("latency"));
        assertThat(without.rights().toJson()).doesNotContain("ssm:");
        ChaosPlan mixed = plan(ServiceFixtures.minimal("web").path("/api/web").rollout(EcsRollout.of(EcsRollout.Strategy.CANARY)).build(),
                ServiceFixtures.persona());
        assertThat(mixed.latency().orElseThrow().documents()).containsOnlyKeys("tandem-prod-latency-persona");
    }

    @Test
    void whatHasNoPathIsStoppedByTheAlarmsThatItHas() {
        MeshServiceArgs inner = MeshServiceArgs.builder("ledger").team("money").image("tandem/prod/ledger:1.0.0")
                .sidecarImages("tandem/prod/envoy:1.40.0", "tandem/prod/collector:0.45.1").callers("auth").build();
        ChaosPlan both = plan(AUTH, inner);
        assertThat(both.experiments()).filteredOn(one -> one.key().equals("task-stop-ledger")).singleElement()
                .satisfies(one -> assertThat(one.stopAlarms()).containsExactly(
                        "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:tandem-prod-ledger-error-rate",
                        "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:tandem-prod-ledger-memory"));
        assertThat(both.experiments()).filteredOn(one -> one.key().equals("region-isolation")).singleElement()
                .satisfies(one -> assertThat(one.stopAlarms()).containsExactly(
                        "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:tandem-prod-auth-error-rate"));
        assertThatThrownBy(() -> plan(inner)).hasMessage("experiments watch [ledger], and none of them has a path: expected at least"
                + " one, whose error rate tells what users feel");
    }

    @Test
    void refusesWhatAwsWouldRefuseLater() {
        assertThatThrownBy(() -> new ChaosArgs(List.of(), 5, "eu-west-1", true)).hasMessageContaining("watch 0 services []: expected 1 to 5");
        assertThatThrownBy(() -> new ChaosArgs(IntStream.range(0, 6).mapToObj(i -> "s" + i).toList(), 5, "eu-west-1", true))
                .hasMessageContaining("watch 6 services [s0, s1, s2, s3, s4, s5]: expected 1 to 5");
        assertThatThrownBy(() -> new ChaosArgs(List.of("auth"), 61, "eu-west-1", true)).hasMessage(
                "an experiment lasts 61 minutes: expected 1 to 60");
        assertThatThrownBy(() -> ChaosPlan.of(NAMES, 2, SERVICES,
                new ChaosArgs(List.of("cart"), 5, "eu-west-1", true)))
                .hasMessage("experiments watch \"cart\": expected some of the region's services [auth, persona]");
    }

    @Test
    @Covers(value = {"R1.4", "R8.2"}, evidence = Covers.Evidence.DESIGNED)
    void declaresTemplatesThatStopByAlarmsThatAreThere() {
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", context -> {
            var own = FoundationFixture.in("eu-central-1", "10.20.0.0/16");
            var options = ComponentResourceOptions.builder().build();
            ServiceMesh mesh = ServiceMesh.create(own, SERVICES, options);
            new Experiments("chaos", own, mesh.services().values(), new ChaosArgs(List.of("auth", "persona"), 5, "eu-west-1", true), options);
        });
        assertThat(deployment.result().errors()).isEmpty();
        List<String> alarms = deployment.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream().map(alarm -> alarm.text("name")).toList();
        assertThat(plan().experiments()).allSatisfy(one -> assertThat(one.stopAlarms()).hasSizeBetween(1, ChaosArgs.MOST_STOP_CONDITIONS)
                .allSatisfy(arn -> assertThat(alarms).contains(arn.substring(arn.lastIndexOf(':') + 1))));
        assertThat(deployment.ofType("aws:fis/experimentTemplate:ExperimentTemplate")).hasSize(7).allSatisfy(template -> {
            assertThat(template.text("stopConditions")).contains("source=aws:cloudwatch:alarm").doesNotContain("source=none");
            assertThat(template.text("experimentOptions")).contains("emptyTargetResolutionMode=fail");
            assertThat(template.text("logConfiguration")).contains("logGroupArn=arn:of:chaos:*");
            assertThat(template.text("roleArn")).isEqualTo("arn:of:chaos");
        });
        assertThat(deployment.get("aws:fis/experimentTemplate:ExperimentTemplate", "chaos-zone-loss-2").text("targets"))
                .contains("subnet/subnet-private-b-ce", "subnet/subnet-public-b-ce").doesNotContain("-a-ce");
        assertThat(deployment.get("aws:fis/experimentTemplate:ExperimentTemplate", "chaos-region-isolation").text("targets"))
                .contains("subnet/subnet-private-a-ce", "subnet/subnet-private-b-ce").doesNotContain("public");
        assertThat(deployment.get("aws:fis/experimentTemplate:ExperimentTemplate", "chaos-task-stop-auth").text("targets"))
                .contains("service=auth-stable", "cluster=tandem-prod", "selectionMode=COUNT(1)");
        assertThat(deployment.get("aws:fis/experimentTemplate:ExperimentTemplate", "chaos-latency-auth").text("actions"))
                .contains("document/tandem-prod-latency-auth", "maxDuration", "PT10M").doesNotContain("target");
        assertThat(deployment.get("aws:ssm/document:Document", "tandem-prod-latency-auth").text("documentType")).isEqualTo("Automation");
        assertThat(deployment.get("aws:iam/role:Role", "chaos").text("permissionsBoundary"))
                .endsWith(":policy/" + deployment.get("aws:iam/policy:Policy", "chaos-boundary").text("name"));
        assertThat(deployment.get("aws:cloudwatch/logGroup:LogGroup", "chaos").text("kmsKeyId")).contains(":key/logs");
    }
}
