package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tandem.components.iam.Effect;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MeshServicePlanTest {

    private static final List<MeshServicePlan> PLANS =
            List.of(ServiceFixtures.plan(ServiceFixtures.auth()), ServiceFixtures.plan(ServiceFixtures.persona()));

    @Test
    @Covers(value = {"R3.1", "R3.2", "R4.2", "R4.3"}, evidence = Covers.Evidence.DESIGNED)
    void isWhatTheGoldenFileSays() {
        PLANS.forEach(plan -> Golden.assertMatches("service-plan-" + plan.args().name() + ".json", plan));
    }

    @Test
    @Covers(value = "R3.1", evidence = Covers.Evidence.DESIGNED)
    void describesTheContainersAsTheGoldenFileSays() {
        PLANS.forEach(plan -> Golden.assertJsonMatches(
                "service-containers-" + plan.args().name() + ".json", plan.containerDefinitions()));
    }

    @Test
    @Covers("R8.2")
    void writesTheRolesPoliciesAsTheGoldenFilesSay() {
        for (MeshServicePlan plan : PLANS) {
            for (RolePlan role : List.of(plan.executionRole(), plan.taskRole())) {
                role.policies().forEach((name, policy) -> Golden.assertJsonMatches(
                        "policy-" + plan.args().name() + "-" + name + ".json", policy.toJson()));
            }
        }
    }

    @Test
    @Covers("R8.2")
    void namesEveryResourceButForActionsThatKnowNone() {
        for (MeshServicePlan plan : PLANS) {
            for (RolePlan role : List.of(plan.executionRole(), plan.taskRole())) {
                for (PolicyDocument policy : role.policies().values()) {
                    policy.statements().forEach(statement -> {
                        if (statement.resources().contains("*")) {
                            assertThat(statement.actions()).hasSize(1).isSubsetOf(
                                    "ecr:GetAuthorizationToken", "xray:PutTraceSegments");
                        }
                        assertThat(statement.actions()).noneMatch(action -> action.contains("*"));
                    });
                }
            }
        }
    }

    @Test
    void aServiceWithoutDataMayOnlyWriteLogsAndTracesAndReadItsPartOfTheMesh() {
        RolePlan role = ServiceFixtures.plan(ServiceFixtures.minimal("auth").build()).taskRole();
        assertThat(role.policies().get("own-data").statements())
                .filteredOn(statement -> statement.effect() == Effect.ALLOW)
                .flatMap(statement -> statement.actions())
                .containsExactly("logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments", "dynamodb:GetItem", "dynamodb:Query",
                        "dynamodb:BatchGetItem",
                        "ssm:GetParameter", "kms:Decrypt", "kms:Decrypt");
    }

    @Test
    @Covers("R8.2")
    void runsNoContainerAsRootOrWithAWritableRoot() {
        for (MeshServicePlan plan : PLANS) {
            List<JsonObject> containers = containers(plan);
            assertThat(containers).hasSize(3).allSatisfy(container -> {
                assertThat(container.get("user").getAsString()).matches("[1-9]\\d*:[1-9]\\d*");
                assertThat(container.get("readonlyRootFilesystem").getAsBoolean()).isTrue();
                assertThat(container.get("privileged").getAsBoolean()).isFalse();
                assertThat(container.getAsJsonObject("linuxParameters").get("initProcessEnabled").getAsBoolean()).isTrue();
                assertThat(container.getAsJsonObject("linuxParameters").toString()).contains("\"drop\":[\"ALL\"]");
                assertThat(container.getAsJsonObject("logConfiguration").get("logDriver").getAsString()).isEqualTo("awslogs");
                assertThat(container.get("stopTimeout").getAsInt()).isLessThanOrEqualTo(120);
            });
        }
    }

    @Test
    @Covers("R3.5")
    void containersTogetherAreTheTask() {
        for (MeshServicePlan plan : PLANS) {
            assertThat(containers(plan).stream().mapToInt(c -> c.get("cpu").getAsInt()).sum()).isEqualTo(512);
            assertThat(containers(plan).stream().mapToInt(c -> c.get("memory").getAsInt()).sum()).isEqualTo(1024);
        }
    }

    @Test
    void onlyEnvoyIsReachableFromOutsideTheTask() {
        for (MeshServicePlan plan : PLANS) {
            assertThat(containers(plan)).filteredOn(container -> container.has("portMappings"))
                    .singleElement()
                    .satisfies(envoy -> assertThat(envoy.get("name").getAsString()).isEqualTo("envoy"));
        }
    }

    @Test
    void equalArgumentsGiveEqualPlans() {
        MeshServicePlan again = ServiceFixtures.plan(ServiceFixtures.auth());
        assertThat(again).isEqualTo(PLANS.get(0));
        assertThat(again.containerDefinitions()).isEqualTo(PLANS.get(0).containerDefinitions());
    }

    private static List<JsonObject> containers(MeshServicePlan plan) {
        return StreamSupport.stream(
                        JsonParser.parseString(plan.containerDefinitions()).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
