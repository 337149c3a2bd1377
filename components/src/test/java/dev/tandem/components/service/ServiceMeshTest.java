package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.mesh.MeshAlarms;
import dev.tandem.components.mesh.RouteTable;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.components.testing.RecordedDeployment.Registration;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two services of the reference program, declared together. */
class ServiceMeshTest {

    private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private static final String SERVICE = "aws:ecs/service:Service";

    private static RecordedDeployment deployment;

    @BeforeAll
    static void declare() {
        deployment = RecordedDeployment.of("eu-central-1", ctx -> {
            Provider region = new Provider("region", ProviderArgs.builder().region("eu-central-1").build());
            FoundationRef foundation = FoundationFixture.in("eu-central-1", "10.20.0.0/16");
            ServiceMesh.create(
                    foundation,
                    List.of(ServiceFixtures.persona(), ServiceFixtures.auth()),
                    ComponentResourceOptions.builder().providers(region).build());
        });
    }

    @Test
    void declaresWithoutError() {
        assertThat(deployment.result().errors()).isEmpty();
        assertThat(deployment.result().exitCode()).isZero();
        assertThat(deployment.ofType(MeshService.TYPE)).extracting(Registration::name).containsExactly("auth", "persona");
    }

    @Test
    void everyChildHasItsServiceAsParentAndItsRegionsProvider() {
        assertThat(deployment.custom()).hasSizeGreaterThan(50).allSatisfy(child -> {
            String parent = child.name().startsWith("mesh-routes") ? RouteTable.TYPE
                    : child.name().startsWith("mesh-alarms") ? MeshAlarms.TYPE : MeshService.TYPE;
            assertThat(child.typeChain()).as(child.urn()).first().isEqualTo(parent);
            assertThat(child.provider()).as(child.urn()).contains("pulumi:providers:aws::region::");
            assertThat(child.name()).as(child.urn()).matches("(auth|persona|mesh)-.*");
        });
    }

    @Test
    @Covers(value = {"R3.1", "R7.5"}, evidence = Covers.Evidence.SIMULATED)
    void runsOnFargateAndSpotByCriticality() {
        Registration auth = deployment.get(SERVICE, "auth-stable");
        assertThat(auth.inputs().get("capacityProviderStrategies")).isEqualTo(List.of(
                Map.of("capacityProvider", "FARGATE", "base", 1.0, "weight", 1.0),
                Map.of("capacityProvider", "FARGATE_SPOT", "base", 0.0, "weight", 99.0)));
        assertThat(deployment.get(SERVICE, "persona-stable").inputs().get("capacityProviderStrategies"))
                .isEqualTo(List.of(Map.of("capacityProvider", "FARGATE_SPOT", "base", 0.0, "weight", 1.0)));
        assertThat(auth.inputs()).containsEntry("propagateTags", "SERVICE").containsEntry("enableExecuteCommand", false)
                .containsEntry("deploymentCircuitBreaker", Map.of("enable", true, "rollback", true));
        assertThat(auth.inputs().get("networkConfiguration")).isEqualTo(Map.of(
                "assignPublicIp", false,
                "securityGroups", List.of("id-of-auth-tasks"),
                "subnets", List.of("subnet-private-a-ce", "subnet-private-b-ce")));
        assertThat(deployment.get("aws:ecs/taskDefinition:TaskDefinition", "auth-task").inputs())
                .containsEntry("cpu", "512").containsEntry("memory", "1024")
                .containsEntry("requiresCompatibilities", List.of("FARGATE"))
                .containsEntry("runtimePlatform", Map.of("cpuArchitecture", "ARM64", "operatingSystemFamily", "LINUX"));
    }

    @Test
    @Covers(value = {"R4.1", "R4.3"}, evidence = Covers.Evidence.SIMULATED)
    void registersInCloudMapWithAShortLifetime() {
        assertThat(deployment.get("aws:servicediscovery/service:Service", "auth-stable-discovery").inputs())
                .containsEntry("name", "auth-stable")
                .containsEntry("dnsConfig", Map.of(
                        "namespaceId", "ns-ce",
                        "routingPolicy", "MULTIVALUE",
                        "dnsRecords", List.of(Map.of("ttl", 10.0, "type", "A"))));
        assertThat(deployment.get(SERVICE, "auth-stable").inputs())
                .containsEntry("serviceRegistries", Map.of("registryArn", "arn:of:auth-stable-discovery"));
    }

    @Test
    @Covers(value = "R4.2", evidence = Covers.Evidence.SIMULATED)
    void routesItsPathToItsOwnTasks() {
        Registration rule = deployment.get("aws:lb/listenerRule:ListenerRule", "persona-path");
        assertThat(rule.inputs())
                .containsEntry("conditions",
                        List.of(Map.of("pathPattern", Map.of("values", List.of("/api/persona", "/api/persona/*")))))
                .containsEntry("actions", List.of(Map.of("type", "forward", "targetGroupArn", "arn:of:persona-target-group")));
        assertThat(rule.inputs().get("priority"))
                .isNotEqualTo(deployment.get("aws:lb/listenerRule:ListenerRule", "auth-path").inputs().get("priority"));
        assertThat(deployment.get("aws:lb/targetGroup:TargetGroup", "persona-target-group").inputs())
                .containsEntry("protocol", "HTTPS").containsEntry("targetType", "ip").containsEntry("port", 8443.0);
    }

    @Test
    @Covers(value = "R8.3", evidence = Covers.Evidence.SIMULATED)
    void opensTheMeshPortToDeclaredCallersOnly() {
        assertThat(deployment.ofType(INGRESS)).filteredOn(rule -> rule.inputs().get("toPort").equals(9443.0))
                .extracting(rule -> rule.text("securityGroupId") + " from " + rule.inputs().getOrDefault(
                        "referencedSecurityGroupId", rule.text("cidrIpv4")))
                .containsExactlyInAnyOrder("id-of-auth-tasks from id-of-persona-tasks", "id-of-auth-tasks from 10.30.0.0/16");
        assertThat(deployment.ofType(EGRESS)).filteredOn(rule -> rule.inputs().containsKey("referencedSecurityGroupId"))
                .extracting(rule -> rule.text("securityGroupId") + " to " + rule.text("referencedSecurityGroupId"))
                .containsExactlyInAnyOrder(
                        "id-of-auth-tasks to sg-endpoints-ce",
                        "id-of-persona-tasks to sg-endpoints-ce",
                        "id-of-persona-tasks to id-of-auth-tasks");
    }

    @Test
    @Covers(value = "R8.3", evidence = Covers.Evidence.SIMULATED)
    void hasNoRuleForAllPortsOrWithoutDescription() {
        assertThat(deployment.ofType(GROUP)).hasSize(2)
                .allSatisfy(group -> assertThat(group.inputs()).doesNotContainKeys("ingress", "egress"));
        List<Registration> rules = new java.util.ArrayList<>(deployment.ofType(INGRESS));
        rules.addAll(deployment.ofType(EGRESS));
        assertThat(rules).hasSize(14).allSatisfy(rule -> {
            assertThat(rule.inputs()).containsEntry("ipProtocol", "tcp").containsKey("description");
            assertThat(rule.inputs().get("fromPort")).isEqualTo(rule.inputs().get("toPort"));
            assertThat(rule.text("cidrIpv4")).isNotEqualTo("0.0.0.0/0");
        });
        assertThat(deployment.ofType(INGRESS)).noneMatch(rule -> rule.inputs().containsKey("cidrIpv6"));
    }

    @Test
    @Covers(value = "R8.2", evidence = Covers.Evidence.SIMULATED)
    void givesEveryRoleTheBoundary() {
        assertThat(deployment.ofType("aws:iam/role:Role")).hasSize(4).allSatisfy(role -> {
            assertThat(role.inputs()).containsEntry("permissionsBoundary", FoundationFixture.BOUNDARY);
            assertThat(role.text("assumeRolePolicy")).contains("aws:SourceAccount").contains("aws:SourceArn");
        });
        assertThat(deployment.get("aws:ecs/taskDefinition:TaskDefinition", "auth-task").inputs())
                .containsEntry("executionRoleArn", "arn:of:auth-execution")
                .containsEntry("taskRoleArn", "arn:of:auth-task");
    }

    @Test
    @Covers(value = "R8.1", evidence = Covers.Evidence.SIMULATED)
    void ownsASecretOnceAndReplicatesItUnderTheOtherRegionsKey() {
        assertThat(deployment.ofType("aws:secretsmanager/secret:Secret")).singleElement().satisfies(secret ->
                assertThat(secret.inputs())
                        .containsEntry("name", "tandem/prod/persona")
                        .containsEntry("kmsKeyId", "arn:aws:kms:eu-central-1:111122223333:key/data")
                        .containsEntry("replicas", List.of(Map.of(
                                "region", "eu-west-1",
                                "kmsKeyId", "arn:aws:kms:eu-west-1:111122223333:alias/tandem-prod"))));
    }

    @Test
    @Covers(value = {"R9.1", "R9.4"}, evidence = Covers.Evidence.SIMULATED)
    void keepsDataUnderTheCustomerKey() {
        String key = "arn:aws:kms:eu-central-1:111122223333:key/data";
        assertThat(deployment.ofType("aws:dynamodb/table:Table")).extracting(table -> table.text("name"))
                .containsExactlyInAnyOrder("tandem-prod-auth", "tandem-prod-persona", "tandem-prod-routes");
        assertThat(deployment.ofType("aws:dynamodb/table:Table")).allSatisfy(table -> assertThat(table.inputs())
                .containsEntry("serverSideEncryption", Map.of("enabled", true, "kmsKeyArn", key))
                .containsEntry("pointInTimeRecovery", Map.of("enabled", true))
                .containsEntry("deletionProtectionEnabled", true));
        assertThat(deployment.ofType("aws:sqs/queue:Queue")).hasSize(2)
                .allSatisfy(queue -> assertThat(queue.inputs()).containsEntry("kmsMasterKeyId", key));
        assertThat(deployment.get("aws:sqs/queue:Queue", "persona-queue").text("redrivePolicy")).isEqualTo(
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:111122223333:tandem-prod-persona-dead-letters\","
                        + "\"maxReceiveCount\":5}");
        assertThat(deployment.ofType("aws:cloudwatch/logGroup:LogGroup")).allSatisfy(group -> assertThat(group.inputs())
                .containsEntry("kmsKeyId", "arn:aws:kms:eu-central-1:111122223333:key/logs")
                .containsEntry("retentionInDays", 30.0));
    }

    @Test
    void declaresTheRoutesOfItsServicesBesideWhatOperatorsChange() {
        Registration auth = deployment.get("aws:dynamodb/tableItem:TableItem", "mesh-routes-auth");
        assertThat(auth.inputs()).containsEntry("hashKey", "service").containsEntry("rangeKey", "item");
        assertThat(auth.text("item")).contains("\"item\":{\"S\":\"declared\"}").contains("\"digest\":{\"S\":\"sha256:")
                .contains("prod.tandem.internal").contains("[\\\"persona\\\"]");
        assertThat(deployment.get("aws:dynamodb/tableItem:TableItem", "mesh-routes-persona").text("item"))
                .contains("\\\"calls\\\":[\\\"auth\\\"]");
    }

    @Test
    @Covers(value = "R3.2", evidence = Covers.Evidence.SIMULATED)
    void scalesOnCpuAndByTimeOfDay() {
        assertThat(deployment.get("aws:appautoscaling/target:Target", "auth-scaling").inputs())
                .containsEntry("resourceId", "service/tandem-prod/auth-stable")
                .containsEntry("minCapacity", 2.0).containsEntry("maxCapacity", 4.0);
        assertThat(deployment.ofType("aws:appautoscaling/policy:Policy")).hasSize(2);
        assertThat(deployment.ofType("aws:appautoscaling/scheduledAction:ScheduledAction"))
                .extracting(action -> action.name() + " " + action.text("schedule") + " " + action.text("timezone") + " "
                        + action.inputs().get("scalableTargetAction"))
                .containsExactly(
                        "persona-scaling-day cron(0 7 * * ? *) Europe/Berlin {maxCapacity=3.0, minCapacity=2.0}",
                        "persona-scaling-night cron(0 21 * * ? *) Europe/Berlin {maxCapacity=3.0, minCapacity=1.0}");
    }

    @Test
    @Covers(value = "R5.4", evidence = Covers.Evidence.SIMULATED)
    void tellsTheTopicOfEveryAlarm() {
        assertThat(deployment.ofType("aws:cloudwatch/metricAlarm:MetricAlarm")).hasSize(16).allSatisfy(alarm ->
                assertThat(alarm.inputs()).containsEntry(
                        "alarmActions", List.of("arn:aws:sns:eu-central-1:111122223333:tandem-prod-alarms")));
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "auth-alarm-latency-p95").inputs())
                .containsEntry("extendedStatistic", "p95").containsEntry("threshold", 0.2)
                .containsEntry("dimensions",
                        Map.of("LoadBalancer", "app/t/1", "TargetGroup", "suffix/of/auth-target-group"));
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "mesh-alarms-stale").inputs())
                .containsEntry("metricName", "StalenessPercent").containsEntry("threshold", 100.0)
                .containsEntry("treatMissingData", "breaching").containsEntry("dimensions", Map.of("environment", "prod"));
    }
}
