package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.iam.evaluation.Things;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Debug tasks: what they are, what they may do, and that nothing leads to them. */
class DebugPlanTest {

    private static final String REGION = "eu-central-1";
    private static final MeshServicePlan AUTH = ServiceFixtures.plan(ServiceFixtures.auth());
    private static final DebugPlan DEBUG = DebugPlan.of(AUTH);
    private static final Evaluator OWN_BOUNDARY = new Evaluator(DebugPlan.boundary(AUTH.names()));
    private static final String KEY = "arn:aws:kms:eu-central-1:" + FoundationFixture.ACCOUNT + ":key/5d3c9a1e-7b2f-4c60-8a94-1e2d3c4b5a69";
    private static final String LOG = "arn:aws:logs:eu-central-1:" + FoundationFixture.ACCOUNT + ":log-group:/tandem/prod/exec";

    @Test
    void theApplicationsContainerIsHeldForATimeAndEndsTheTask() {
        JsonArray containers = JsonParser.parseString(ContainerDefinitions.json(AUTH.names(), DEBUG.containers())).getAsJsonArray();
        assertThat(containers).hasSize(2);
        JsonObject app = containers.get(1).getAsJsonObject();
        assertThat(app.get("name").getAsString()).isEqualTo("app");
        assertThat(app.get("image").getAsString()).as("the image that serves").contains("tandem/prod/auth:1.4.2");
        assertThat(app.get("essential").getAsBoolean()).isTrue();
        assertThat(app.get("readonlyRootFilesystem").getAsBoolean()).isTrue();
        assertThat(app.getAsJsonObject("linuxParameters").get("initProcessEnabled").getAsBoolean()).isTrue();
        assertThat(app.get("entryPoint")).hasToString("[\"/bin/sh\",\"-c\"]");
        assertThat(app.get("command")).hasToString("[\"exec sleep \\\"$DEBUG_SECONDS\\\"\"]");
        assertThat(app.get("environment").toString()).contains("{\"name\":\"DEBUG_SECONDS\",\"value\":\"3600\"}", "TANDEM_SERVICE");
        assertThat(app.get("mountPoints").toString()).contains("/var/lib/amazon", "/var/log/amazon");
        assertThat(app.has("healthCheck")).as("nothing would answer it").isFalse();
        assertThat(app.has("portMappings")).isFalse();
        assertThat(DEBUG.containers().stream().mapToInt(container -> container.share().memoryMiB()).sum())
                .isEqualTo(AUTH.args().size().memoryMiB());
    }

    @Test
    @Covers({"R8.2", "R9.1"})
    void itsRoleMayWhatTheServicesTasksMayAndNothingMoreWithServices() {
        Evaluator usual = new Evaluator(PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of(REGION)));
        for (String service : List.of("auth", "persona")) {
            Things.CALLS.forEach((kind, calls) -> calls.forEach(call -> {
                Request request = Things.request(call, kind, service, REGION);
                assertThat(OWN_BOUNDARY.allows(DEBUG.role(), request)).as("%s on %s of %s", call, kind, service)
                        .isEqualTo(usual.allows(AUTH.taskRole(), request));
            }));
        }
    }

    @Test
    @Covers({"R8.2", "R9.1"})
    void itHoldsSessionsOfItsClusterAndNobodyElseDoes() {
        Request channel = Request.of("ssmmessages:OpenDataChannel", "*").with("aws:RequestedRegion", REGION);
        Request session = Request.of("kms:Decrypt", KEY).with("kms:EncryptionContext:aws:ssm:TargetId", "ecs:tandem-prod_1f_1f-2");
        Request log = Request.of("logs:PutLogEvents", LOG + ":log-stream:session");
        for (Request each : List.of(channel, session, log)) {
            assertThat(OWN_BOUNDARY.allows(DEBUG.role(), each)).as("%s", each).isTrue();
            assertThat(OWN_BOUNDARY.allows(AUTH.taskRole(), each)).as("a serving task: %s", each).isFalse();
        }
        RolePlan usual = new RolePlan(DEBUG.role().name(), "under the usual boundary", DEBUG.role().trust(), DEBUG.role().policies(),
                FoundationFixture.BOUNDARY, Map.of());
        assertThat(new Evaluator(PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of(REGION))).allows(usual, channel))
                .as("the usual boundary lets nobody hold a session").isFalse();
        assertThat(OWN_BOUNDARY.allows(DEBUG.role(), Request.of("kms:Decrypt", KEY)
                .with("kms:EncryptionContext:aws:ssm:TargetId", "ecs:other_1f_1f-2"))).isFalse();
        assertThat(OWN_BOUNDARY.allows(DEBUG.role(), channel.with("aws:RequestedRegion", "us-east-1"))).isFalse();
        assertThat(DebugPlan.boundary(AUTH.names()).toJson().replaceAll("\\s", "").length()).as("size of a managed policy")
                .isLessThanOrEqualTo(6144);
    }

    @Test
    void servicesGetOneEachTrialsNoneAndNothingLeadsThere() {
        Staging staging = new Staging("stg.api.tandem.example", DebugPlan.boundaryArn(AUTH.names()).replace("debug", "staging"), true);
        List<MeshServiceArgs> services = List.of(ServiceFixtures.auth(), ServiceFixtures.persona());
        RecordedDeployment deployment = declared(Stream.concat(services.stream(), StagingPlan.of(services, staging,
                Map.of("auth", ImageRef.parse("tandem/prod/auth:2.0.0")), Map.of()).stream()).toList());
        assertThat(deployment.ofType("aws:ecs/taskDefinition:TaskDefinition")).extracting(each -> each.text("family"))
                .contains("tandem-prod-auth-debug", "tandem-prod-persona-debug").doesNotContain("tandem-prod-auth-stg-debug");
        assertThat(deployment.get("aws:iam/role:Role", "debug-auth").inputs())
                .containsEntry("name", "tandem-prod-auth-debug-eu-central-1")
                .containsEntry("permissionsBoundary", "arn:aws:iam::111122223333:policy/tandem-prod-debug-boundary-eu-central-1");
        assertThat(deployment.get("aws:ecs/taskDefinition:TaskDefinition", "debug-auth").text("executionRoleArn"))
                .isEqualTo("arn:aws:iam::111122223333:role/tandem-prod-auth-execution-eu-central-1");
        assertThat(deployment.ofType("aws:ecs/service:Service")).allSatisfy(service ->
                assertThat(service.inputs()).containsEntry("enableExecuteCommand", false));
    }

    @Test
    void refusesAServiceWithTheNameOfAnothersDebugTask() {
        List<MeshServiceArgs> services = List.of(ServiceFixtures.minimal("cart").build(), ServiceFixtures.minimal("cart-debug").build());
        assertThat(declared(services).result().exceptions()).extracting(Throwable::getMessage).anyMatch(text ->
                text.contains("services cart and cart-debug: the second has the name of the first one's debug task: expected another"
                        + " name while tandem:debug is on"));
        assertThat(declared(List.of()).result().exceptions()).extracting(Throwable::getMessage).anyMatch(text ->
                text.contains("debug tasks are for services, found none"));
    }

    private static RecordedDeployment declared(List<MeshServiceArgs> services) {
        return RecordedDeployment.of(REGION, ctx -> {
            ComponentResourceOptions options = ComponentResourceOptions.builder()
                    .providers(new Provider("region", ProviderArgs.builder().region(REGION).build())).build();
            ServiceMesh mesh = ServiceMesh.create(FoundationFixture.in(REGION, "10.20.0.0/16"), services, options);
            new DebugAccess("debug", mesh.services().values(), options);
        });
    }
}
