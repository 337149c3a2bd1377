package dev.tandem.components.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.PipelineCeiling;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.pipeline.BuildServer.Server;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelinePlanTest {

    private static final String ACCOUNT = FoundationFixture.ACCOUNT;
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1");
    private static final String BUCKET = "arn:aws:s3:::acme-pulumi-state";
    private static final PolicyDocument BOUNDARY = PipelineCeiling.on(
            PermissionsBoundary.of("tandem", ACCOUNT, REGIONS), "tandem", ACCOUNT, REGIONS, Optional.of(BUCKET));
    private static final Evaluator IAM = new Evaluator(BOUNDARY);
    /** IAM's limit of a managed policy, characters without white space. Source: IAM user guide, "IAM and AWS STS quotas". */
    private static final int MOST = 6144;

    private static BuildServer gitHub() {
        return new BuildServer(Server.GITHUB, Server.GITHUB.usualHost(), "acme/platform", "main");
    }

    private static PipelineArgs args(BuildServer server) {
        return new PipelineArgs(server, REGIONS, "production", true, Optional.empty(), Optional.of(BUCKET), Optional.empty(), false);
    }

    private static PipelinePlan plan(BuildServer server) {
        return PipelinePlan.of("tandem", "prod", ACCOUNT, FoundationFixture.BOUNDARY, args(server));
    }

    private static boolean may(RolePlan role, String action, String resource, String... context) {
        Request request = Request.of(action, resource).with("aws:PrincipalArn", "arn:aws:iam::" + ACCOUNT + ":role/" + role.name())
                .with("aws:RequestedRegion", "eu-central-1");
        for (int i = 0; i < context.length; i += 2) {
            request = request.with(context[i], context[i + 1]);
        }
        return IAM.allows(role, request);
    }

    private static String arn(String service, String region, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + resource;
    }

    @Test
    @Covers(value = {"R8.2", "R12.1"}, evidence = Covers.Evidence.DESIGNED)
    void rolesAreWhatTheGoldenFilesSay() {
        Golden.assertMatches("pipeline-github.json", plan(gitHub()));
        Golden.assertJsonMatches("permissions-boundary-pipeline.json", BOUNDARY.toJson());
        assertThat(BOUNDARY.toJson()).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    @Covers(value = "R8.2", evidence = Covers.Evidence.DESIGNED)
    void trustsOneRepositorysBranchOrEnvironmentAndTokensMadeForAws() {
        String provider = "arn:aws:iam::" + ACCOUNT + ":oidc-provider/";
        PipelinePlan gitHub = plan(gitHub());
        assertThat(gitHub.push().orElseThrow().trust().toJson()).contains("\"StringEquals\":{",
                "\"Federated\":[\"" + provider + "token.actions.githubusercontent.com\"]",
                "\"token.actions.githubusercontent.com:aud\":[\"sts.amazonaws.com\"]",
                "\"token.actions.githubusercontent.com:sub\":[\"repo:acme/platform:ref:refs/heads/main\"]");
        assertThat(gitHub.deploy().trust().toJson()).contains(":sub\":[\"repo:acme/platform:environment:production\"]");
        PipelinePlan gitLab = plan(new BuildServer(Server.GITLAB, "gitlab.acme.example", "acme/eu/platform", "main"));
        assertThat(gitLab.issuer()).contains("https://gitlab.acme.example");
        assertThat(gitLab.deploy().trust().toJson()).contains("\"Federated\":[\"" + provider + "gitlab.acme.example\"]",
                "\"gitlab.acme.example:sub\":[\"project_path:acme/eu/platform:ref_type:branch:ref:main\"]");
    }

    @Test
    @Covers(value = "R8.2", evidence = Covers.Evidence.DESIGNED)
    void pushingIsPushingIntoThePrimaryRegistryOnly() {
        RolePlan push = plan(gitHub()).push().orElseThrow();
        assertThat(may(push, "ecr:PutImage", arn("ecr", "eu-central-1", "repository/tandem/prod/auth"))).isTrue();
        assertThat(may(push, "ecr:GetAuthorizationToken", "*")).isTrue();
        assertThat(may(push, "ecr:DescribeImages", arn("ecr", "eu-west-1", "repository/tandem/prod/auth"))).isTrue();
        assertThat(may(push, "ecr:PutImage", arn("ecr", "eu-west-1", "repository/tandem/prod/auth"))).isFalse();
        assertThat(may(push, "ecr:PutImage", arn("ecr", "eu-central-1", "repository/other"))).isFalse();
        assertThat(may(push, "ecs:UpdateService", arn("ecs", "eu-central-1", "service/tandem-prod/auth-stable"))).isFalse();
    }

    @Test
    @Covers(value = "R8.2", evidence = Covers.Evidence.DESIGNED)
    void releasingPassesOwnRolesToTasksAndChangesNoIdentity() {
        RolePlan deploy = plan(gitHub()).deploy();
        String own = "arn:aws:iam::" + ACCOUNT + ":role/tandem-prod-auth-task-eu-central-1";
        assertThat(may(deploy, "iam:PassRole", own, "iam:PassedToService", "ecs-tasks.amazonaws.com")).isTrue();
        assertThat(may(deploy, "iam:PassRole", own, "iam:PassedToService", "lambda.amazonaws.com")).isFalse();
        assertThat(may(deploy, "iam:PassRole", "arn:aws:iam::" + ACCOUNT + ":role/admin", "iam:PassedToService", "ecs-tasks.amazonaws.com"))
                .isFalse();
        assertThat(may(deploy, "ecs:UpdateService", arn("ecs", "eu-west-1", "service/tandem-prod/auth-canary"))).isTrue();
        assertThat(may(deploy, "ecs:UpdateService", arn("ecs", "eu-west-1", "service/tandem-staging/auth-canary"))).isFalse();
        assertThat(may(deploy, "dynamodb:UpdateItem", arn("dynamodb", "eu-west-1", "table/tandem-prod-routes"))).isTrue();
        assertThat(may(deploy, "dynamodb:GetItem", arn("dynamodb", "eu-west-1", "table/tandem-prod-auth"))).isFalse();
        assertThat(may(deploy, "s3:PutObject", BUCKET + "/.pulumi/stacks/eu-west-1.json")).isTrue();
        assertThat(may(deploy, "s3:PutObject", "arn:aws:s3:::other/x")).isFalse();
        assertThat(may(deploy, "iam:CreateRole", own)).isFalse();
    }

    /** What Pulumi's provider and {@code ./tandem} ask beside a resource of their own, as AWS checks it. */
    @Test
    @Covers(value = {"R8.2", "R12.1"}, evidence = Covers.Evidence.DESIGNED)
    void releasingMayWhatItsStepsAskOfAws() {
        RolePlan deploy = plan(gitHub()).deploy();
        for (String action : List.of("ecs:RegisterTaskDefinition", "ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition",
                "servicediscovery:GetOperation", "servicediscovery:ListTagsForResource", "servicediscovery:TagResource",
                "cloudwatch:DescribeAlarms", "application-autoscaling:DescribeScalableTargets",
                "application-autoscaling:DescribeScalingPolicies")) {
            assertThat(may(deploy, action, "*")).as(action).isTrue();
            assertThat(may(deploy, action, "*", "aws:RequestedRegion", "us-east-1")).as("%s elsewhere", action).isFalse();
        }
        assertThat(may(deploy, "dynamodb:Scan", arn("dynamodb", "eu-west-1", "table/tandem-prod-routes"))).isTrue();
        assertThat(may(deploy, "dynamodb:Scan", arn("dynamodb", "eu-west-1", "table/tandem-prod-auth"))).isFalse();
        assertThat(may(deploy, "servicediscovery:ListInstances", arn("servicediscovery", "eu-west-1", "service/srv-1"))).isTrue();
        for (String action : List.of("cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms")) {
            assertThat(may(deploy, action, arn("cloudwatch", "eu-west-1", "alarm:TargetTracking-service/tandem-prod/auth-canary-AlarmHigh-1")))
                    .as(action).isTrue();
            assertThat(may(deploy, action, arn("cloudwatch", "eu-west-1", "alarm:tandem-prod-auth-errors"))).as(action).isFalse();
        }
    }

    @Test
    @Covers(value = "R8.2", evidence = Covers.Evidence.DESIGNED)
    void theCeilingLetsNobodyElseReleaseWhateverIsAttached() {
        RolePlan task = new RolePlan("tandem-prod-auth-task-eu-central-1", "a task that was given too much", plan(gitHub()).deploy().trust(),
                Map.of("more", PolicyDocument.identity(
                        Statement.allow("Much").actions("iam:PassRole", "ecs:CreateService", "ecr:PutImage", "iam:CreateRole")
                                .resources("arn:aws:*").build())), FoundationFixture.BOUNDARY, Map.of());
        assertThat(may(task, "ecr:PutImage", arn("ecr", "eu-central-1", "repository/tandem/prod/auth"))).isFalse();
        assertThat(may(task, "ecs:CreateService", arn("ecs", "eu-central-1", "service/tandem-prod/auth-x"))).isFalse();
        assertThat(may(task, "iam:PassRole", "arn:aws:iam::" + ACCOUNT + ":role/tandem-prod-x", "iam:PassedToService",
                "ecs-tasks.amazonaws.com")).isFalse();
        RolePlan deploy = new RolePlan("tandem-pipeline-production", "a pipeline that was given too much", task.trust(), task.policies(),
                FoundationFixture.BOUNDARY, Map.of());
        assertThat(may(deploy, "iam:CreateRole", "arn:aws:iam::" + ACCOUNT + ":role/tandem-prod-x")).isFalse();
    }

    @Test
    void declaresTheProviderOnceAndBoundedRoles() {
        RecordedDeployment made = RecordedDeployment.of("eu-west-1", ctx -> new PipelineRoles("pipeline",
                FoundationFixture.in("eu-west-1", "10.30.0.0/16"), args(gitHub()), ComponentResourceOptions.Empty));
        assertThat(made.result().errors()).isEmpty();
        assertThat(made.ofType("aws:iam/openIdConnectProvider:OpenIdConnectProvider")).singleElement().satisfies(provider ->
                assertThat(provider.inputs()).containsEntry("url", "https://token.actions.githubusercontent.com")
                        .containsEntry("clientIdLists", List.of("sts.amazonaws.com")));
        assertThat(made.ofType("aws:iam/role:Role")).hasSize(2).allSatisfy(role ->
                assertThat(role.inputs()).containsEntry("permissionsBoundary", FoundationFixture.BOUNDARY));
        PipelineArgs adopted = new PipelineArgs(gitHub(), REGIONS, "staging", false,
                Optional.of("arn:aws:iam::" + ACCOUNT + ":oidc-provider/token.actions.githubusercontent.com"), Optional.empty(), Optional.empty(), true);
        PipelinePlan plan = PipelinePlan.of("tandem", "staging", ACCOUNT, FoundationFixture.BOUNDARY, adopted);
        assertThat(plan.issuer()).isEmpty();
        assertThat(plan.push()).isEmpty();
        assertThat(plan.deploy().name()).isEqualTo("tandem-pipeline-staging");
        assertThat(plan(gitHub()).deploy().policies()).containsOnlyKeys("operate", "release");
        String rollout = plan.deploy().policies().get("rollout").toJson();
        assertThat(rollout).as("what a release by ECS asks for").contains("\"ecs:ListServiceDeployments\"", "\"cloudformation:UpdateResource\"",
                ":role/tandem-staging-*-rollout-*\"", "\"iam:PassedToService\":[\"ecs.amazonaws.com\"]",
                ":service-deployment/tandem-staging/*/*\"").doesNotContain("StopServiceDeployment", "iam:CreateRole");
        assertThat(plan.deploy().policies().values().stream().mapToInt(policy -> policy.toJson().length()).sum())
                .as("IAM takes 10240 characters of a role's own policies").isLessThan(10_240);
    }

    @Test
    void refusesWhatWouldTrustOthers() {
        assertThatThrownBy(() -> new BuildServer(Server.GITHUB, "token.actions.githubusercontent.com", "acme/*", "main"))
                .hasMessage("the pipeline's repository is \"acme/*\": expected OWNER/NAME, such as acme/platform, without wildcards");
        assertThatThrownBy(() -> new BuildServer(Server.GITHUB, "token.actions.githubusercontent.com", "acme/eu/platform", "main"))
                .hasMessageContaining("has groups: GitHub expects OWNER/NAME");
        assertThatThrownBy(() -> new BuildServer(Server.GITLAB, "gitlab.com", "acme/platform", "*")).hasMessageContaining("the pipeline's branch is \"*\"");
    }
}
