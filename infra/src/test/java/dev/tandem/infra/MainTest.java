package dev.tandem.infra;

import static dev.tandem.infra.MockedProgram.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import dev.tandem.infra.config.Yaml;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole program on both stack files, by Pulumi's own mocks. */
class MainTest {

    private final MockedProgram program = new MockedProgram();
    private final Map<String, Mocks.ResourceArgs> declared = program.declared();

    @AfterEach
    void cleanUp() {
        PulumiTest.cleanup();
    }

    @Test
    @Covers("R1.1")
    void declaresThePrimaryInItsOwnRegionOnly() {
        TestResult result = run("eu-central-1", Map.of());
        assertThat(awsResources()).hasSizeGreaterThan(100).allSatisfy(resource ->
                assertThat(resource.provider).contains("pulumi:providers:aws::aws-eu-central-1::"));
        assertThat(result.outputs()).containsKeys("region", "vpcId", "vpcCidr", "privateRouteTableIds", "albArn", "albDnsName",
                "albZoneId", "clusterName", "namespaceId", "alarmTopicArn", "kmsKeyArn", "service-auth", "service-persona",
                "recoverySeconds");
    }

    @Test
    void thePrimaryHasNothingThatIsShared() {
        run("eu-central-1", Map.of());
        assertThat(declared.values()).noneMatch(resource -> resource.type.startsWith("aws:route53/")
                || resource.type.startsWith("aws:cloudtrail/") || resource.type.startsWith("aws:secretsmanager/")
                || resource.type.startsWith("aws:sfn/"));
        assertThat(declared.keySet()).doesNotContain(
                "aws:dynamodb/table:Table::auth-table", "aws:dynamodb/table:Table::persona-table");
    }

    @Test
    @Covers("R8.5")
    void theSecondaryOwnsWhatIsShared() {
        TestResult result = run("eu-west-1", Map.of("outputs", Map.of()));
        assertThat(declared.values()).extracting(resource -> resource.type)
                .contains("aws:route53/zone:Zone", "aws:cloudtrail/trail:Trail", "aws:secretsmanager/secret:Secret")
                .doesNotContain("aws:ec2/vpcPeeringConnection:VpcPeeringConnection");
        assertThat(result.outputs()).containsKey("nameServers");
    }

    @Test
    void theSecondaryPairsOnceThePrimaryIsThere() {
        run("eu-west-1", PRIMARY);
        assertThat(declared.values()).extracting(resource -> resource.type)
                .contains("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "aws:route53/record:Record",
                        "aws:sfn/stateMachine:StateMachine");
        assertThat(declared.get("aws:dynamodb/table:Table::auth-table").inputs.get("replicas").toString())
                .contains("regionName=eu-central-1").contains("kmsKeyArn=arn:aws:kms:eu-central-1:111122223333:key/1");
    }

    @Test
    void theProviderRefusesOtherAccountsAndTagsEverything() {
        run("eu-central-1", Map.of());
        Map<String, Object> provider = declared.get("pulumi:providers:aws::aws-eu-central-1").inputs;
        assertThat(provider.get("allowedAccountIds")).asString().contains("111122223333");
        assertThat(provider.get("defaultTags")).asString().contains("\"Project\":\"tandem\"")
                .contains("\"Environment\":\"prod\"").contains("\"CostOwner\":\"platform\"")
                .contains("\"ManagedBy\":\"pulumi\"");
    }

    @Test
    void declaresNothingWithoutConfiguration() {
        TestResult result = program.deploy("eu-central-1", Map.of(), Main::declare);
        assertThat(declared).isEmpty();
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).singleElement().asString()
                .startsWith("invalid configuration: 17 problems in Pulumi.eu-central-1.yaml\n")
                .doesNotContain("\tat ");
    }

    @Test
    @Covers({"R12.1", "R12.2", "R12.3", "R12.4"})
    void whatIsAdoptedIsNotMadeTwice() {
        run("eu-west-1", PRIMARY, Yaml.config(Yaml.example("adopting", "eu-west-1"), ""));
        assertThat(declared.values()).extracting(resource -> resource.type).doesNotContain(
                "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/routeTable:RouteTable", "aws:ec2/vpcEndpoint:VpcEndpoint",
                "aws:ec2/flowLog:FlowLog", "aws:route53/zone:Zone", "aws:acm/certificate:Certificate", "aws:iam/policy:Policy",
                "aws:cloudtrail/trail:Trail", "aws:sns/topic:Topic", "aws:sns/topicSubscription:TopicSubscription",
                "aws:budgets/budget:Budget", "aws:cloudwatch/dashboard:Dashboard");
        assertThat(declared.get("aws:lb/loadBalancer:LoadBalancer::foundation-edge").inputs.get("subnets").toString())
                .contains("subnet-03a9c1d2e3f405162", "subnet-03b9c1d2e3f405162");
        assertThat(declared.get("aws:route53/record:Record::pair-primary-record").inputs)
                .containsEntry("zoneId", "Z0123456789ABCDEFGHIJ");
        assertThat(declared.get("aws:ecr/repositoryPolicy:RepositoryPolicy::foundation-images-auth").inputs.get("policy").toString())
                .contains("arn:aws:iam::111122223333:role/deployment", "ecr:PutImage");
        assertThat(declared.get("aws:cloudwatch/metricAlarm:MetricAlarm::foundation-alerts-edge-5xx").inputs.get("alarmActions")
                .toString()).contains("arn:aws:sns:eu-west-1:111122223333:oncall");
        assertThat(declared.get("aws:ecs/taskDefinition:TaskDefinition::auth-task").inputs.get("containerDefinitions").toString())
                .contains("Performance");
    }

    /** Of policies that are there the targets are taken; none that is not among them is made. */
    @Test
    @Covers("R12.2")
    void scalingThatExistsIsTakenAsItIs() {
        for (String region : List.of("eu-central-1", "eu-west-1")) {
            cleanUp();
            declared.clear();
            run(region, PRIMARY, Yaml.config(Yaml.example("adopting", region), ""));
            assertThat(declared.keySet()).filteredOn(name -> name.startsWith("aws:appautoscaling/policy:Policy::auth"))
                    .containsExactlyInAnyOrder("aws:appautoscaling/policy:Policy::auth-scaling-cpu", "aws:appautoscaling/policy:Policy::auth-scaling-requests");
            assertThat(declared.get("aws:appautoscaling/policy:Policy::auth-scaling-cpu").inputs.get("targetTrackingScalingPolicyConfiguration")
                    .toString()).contains("targetValue=55");
            assertThat(declared.get("aws:appautoscaling/policy:Policy::auth-scaling-requests").inputs
                    .get("targetTrackingScalingPolicyConfiguration").toString()).contains("targetValue=800");
        }
    }

    @Test
    @Covers("R8.2")
    void trialsRunBesideProductionWithRightsAndDataOfTheirOwn() {
        String staging = "  tandem:staging:\n    services:\n      auth: {image: \"tandem/prod/auth:1.1.0\"}\n"
                + "      persona: {image: \"tandem/prod/persona:1.1.0\"}\n";
        run("eu-west-1", PRIMARY, Yaml.config(Yaml.text("eu-west-1").replace("  tandem:services:\n", staging + "  tandem:services:\n"), ""));
        assertThat(declared.get("aws:lb/listenerRule:ListenerRule::persona-stg-path").inputs.get("conditions").toString())
                .contains("stg.api.tandem.example", "/api/persona");
        assertThat(declared.get("aws:route53/record:Record::staging-record").inputs).containsEntry("name", "stg.api.tandem.example")
                .as("the zone of the pair").containsEntry("zoneId", declared.get("aws:route53/record:Record::pair-primary-record").inputs.get("zoneId"));
        assertThat(declared.get("aws:dynamodb/table:Table::auth-stg-table").inputs).doesNotContainKey("replicas")
                .containsEntry("deletionProtectionEnabled", false);
        assertThat(declared.get("aws:secretsmanager/secret:Secret::persona-stg-secret").inputs).containsEntry("replicas", List.of());
        assertThat(declared.get("aws:iam/role:Role::auth-stg-task").inputs.get("permissionsBoundary")).asString()
                .isEqualTo("arn:aws:iam::111122223333:policy/tandem-prod-staging-boundary-eu-west-1");
        assertThat(declared.get("aws:lambda/function:Function::mesh-identity-issuer").inputs.get("environment").toString())
                .contains("auth-stg", "persona-stg");
        assertThat(declared.get("aws:sfn/stateMachine:StateMachine::pair-takeover").inputs.get("definition").toString())
                .as("no takeover of trials").doesNotContain("-stg");
    }

    @Test
    void aSecretIsRotatedByTheFunctionThatIsGiven() {
        String rotate = "arn:aws:lambda:eu-west-1:111122223333:function:rotate-auth";
        run("eu-west-1", PRIMARY, Yaml.config(Yaml.text("eu-west-1").replaceFirst("secret: true",
                "secret: true\n      secretRotation: {functionArn: \"" + rotate + "\", days: 14}"), ""));
        assertThat(declared.get("aws:secretsmanager/secretRotation:SecretRotation::auth-secret").inputs)
                .containsEntry("rotationLambdaArn", rotate).containsEntry("rotateImmediately", false)
                .extractingByKey("rotationRules").asString().contains("automaticallyAfterDays=14");
    }

    @Test
    void theTrailsLockIsAChoice() {
        String lock = "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2::foundation-trail-lock";
        run("eu-west-1", PRIMARY);
        assertThat(declared.get(lock).inputs.get("rule").toString()).contains("GOVERNANCE", "365");
        cleanUp();
        run("eu-west-1", PRIMARY, Yaml.config(Yaml.text("eu-west-1").replace("  tandem:services:\n",
                "  tandem:trailLock: compliance\n  tandem:services:\n"), ""));
        assertThat(declared.get(lock).inputs.get("rule").toString()).contains("COMPLIANCE", "365");
        declared.clear();
        cleanUp();
        run("eu-west-1", PRIMARY, Yaml.config(Yaml.text("eu-west-1").replace("  tandem:services:\n",
                "  tandem:trailLock: none\n  tandem:services:\n"), ""));
        assertThat(declared).doesNotContainKey(lock);
    }

    @Test
    void withoutStagingThereIsNoTrial() {
        run("eu-west-1", PRIMARY);
        assertThat(declared.keySet()).noneMatch(key -> key.contains("-stg") || key.contains("staging"));
    }

    @Test
    @Covers("R8.2")
    void rolesWaitForABoundaryThatTheStackMakes() {
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replaceFirst(
                "tandem:permissionsBoundaryArn: .*", "tandem:accountId: \"111122223333\""), ""));
        assertThat(declared.get("aws:iam/policy:Policy::boundary").inputs)
                .containsEntry("name", "tandem-prod-boundary-eu-central-1");
        assertThat(declared.values()).filteredOn(resource -> resource.type.equals("aws:iam/role:Role")).isNotEmpty()
                .allSatisfy(role -> assertThat(role.inputs).containsEntry(
                        "permissionsBoundary", "arn:aws:iam::111122223333:policy/tandem-prod-boundary-eu-central-1"));
    }

    @Test
    void aCertificateIsProvenByDns() {
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replaceFirst(
                "tandem:certificateArn: .*", "tandem:existing: {hostedZoneId: Z0123456789ABCDEFGHIJ}"), ""));
        assertThat(declared.get("aws:route53/record:Record::foundation-edge-certificate-proof").inputs)
                .containsEntry("zoneId", "Z0123456789ABCDEFGHIJ").containsEntry("type", "CNAME")
                .containsEntry("name", "_1.api.tandem.example");
        assertThat(declared.get("aws:lb/listener:Listener::foundation-edge-https").inputs)
                .containsEntry("certificateArn", "valid");
    }

    /** The pair's own zone is the secondary's; its id in the primary's file gives trials there their record, and nothing else. */
    @Test
    void trialsOfThePrimaryHaveARecordInTheZoneThatItsFileNames() {
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replace("  tandem:services:\n",
                "  tandem:existing: {hostedZoneId: Z0123456789ABCDEFGHIJ}\n"
                        + "  tandem:staging: {services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}}\n  tandem:services:\n"), ""));
        assertThat(declared.values()).filteredOn(resource -> resource.type.startsWith("aws:route53/") || resource.type.startsWith("aws:acm/"))
                .singleElement().satisfies(record -> assertThat(record.inputs).containsEntry("zoneId", "Z0123456789ABCDEFGHIJ")
                        .containsEntry("name", "stg.api.tandem.example").containsEntry("setIdentifier", "eu-central-1"));
    }

    @Test
    void theHostOfTrialsIsProvenInAZoneThatIsThereAndAddedToTheListener() {
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replaceAll(
                "tandem:certificateArn: .*", "tandem:existing: {hostedZoneId: Z0123456789ABCDEFGHIJ}\n"
                        + "  tandem:staging: {services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}}"), ""));
        assertThat(declared.get("aws:acm/certificate:Certificate::staging-certificate").inputs).containsEntry("domainName", "stg.api.tandem.example");
        assertThat(declared.get("aws:lb/listenerCertificate:ListenerCertificate::staging-certificate").inputs).containsEntry("certificateArn", "valid");
        assertThat(declared.get("aws:route53/record:Record::staging-record").inputs).containsEntry("zoneId", "Z0123456789ABCDEFGHIJ")
                .as("also in the primary").containsEntry("setIdentifier", "eu-central-1");
    }

    @Test
    void debugSessionsAreOpenedByTheStackOnly() {
        String debugged = Yaml.text("eu-central-1").replace("  tandem:services:\n", "  tandem:debug: true\n  tandem:services:\n");
        run("eu-central-1", Map.of(), Yaml.config(debugged, ""));
        assertThat(declared.get("aws:ecs/taskDefinition:TaskDefinition::debug-auth").inputs)
                .containsEntry("family", "tandem-prod-auth-debug").extractingByKey("tags").asString().contains("Purpose=debug");
        assertThat(declared.keySet()).contains("aws:iam/role:Role::debug-persona", "aws:iam/policy:Policy::debug-boundary",
                "aws:ec2/vpcEndpoint:VpcEndpoint::foundation-endpoints-ssmmessages", "aws:ec2/vpcEndpoint:VpcEndpoint::foundation-endpoints-kms");
        assertThat(declared.get("aws:kms/key:Key::foundation-key").inputs.get("policy").toString()).contains("DebugSessions");
        assertThat(declared.get("aws:ecs/service:Service::auth-stable").inputs).containsEntry("enableExecuteCommand", false);
        cleanUp();
        declared.clear();
        run("eu-central-1", Map.of(), Yaml.config(debugged.replace("    endpointAvailabilityZones: 1\n", "    egress: nat-single\n"), ""));
        assertThat(declared.keySet()).contains("aws:iam/role:Role::debug-persona").noneMatch(name -> name.contains("ssmmessages"));
    }

    private static String withSagas(String stack) {
        return Yaml.config(Yaml.text(stack)
                .replace("      signingKeys:", "      queue: true\n      outbox: true\n      sagas: [sign-up]\n      signingKeys:")
                .replace("      verifiesTokensOf:", "      outbox: true\n      subscriptions: {auth: [AccountDeleted]}\n      verifiesTokensOf:"), "");
    }

    @Test
    @Covers(value = {"R9.2", "R9.3"}, evidence = Evidence.DESIGNED)
    void whoseStackHasTheTablesConnectsTheOutboxesOfBothRegions() {
        String mapping = "aws:lambda/eventSourceMapping:EventSourceMapping::";
        run("eu-central-1", Map.of(), withSagas("eu-central-1"));
        assertThat(declared.keySet()).contains("aws:lambda/function:Function::auth-outbox", "aws:lambda/function:Function::auth-keys",
                "aws:sfn/stateMachine:StateMachine::saga-sign-up", "aws:sfn/stateMachine:StateMachine::saga-sign-up-relay",
                "aws:cloudwatch/eventRule:EventRule::persona-from-auth").noneMatch(name -> name.startsWith(mapping));

        run("eu-west-1", PRIMARY, withSagas("eu-west-1"));
        assertThat(declared.keySet()).contains(mapping + "auth-outbox", mapping + "auth-outbox-replica", mapping + "persona-outbox",
                mapping + "persona-outbox-replica");
        assertThat(declared.get(mapping + "auth-outbox-replica").provider).contains("::pair-primary::");
        assertThat(declared.get(mapping + "auth-outbox").provider).contains("::aws-eu-west-1::");
        assertThat(declared.get("aws:sfn/stateMachine:StateMachine::saga-sign-up").inputs.get("definition").toString())
                .contains("https://sqs.eu-west-1.amazonaws.com/111122223333/tandem-prod-persona", "docs/runbooks/saga-stuck.md");
    }

    @Test
    void aSagaNeedsItsParticipantsQueuesAndOutboxes() {
        assertThatThrownBy(() -> run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1")
                .replace("      signingKeys:", "      queue: true\n      outbox: true\n      sagas: [sign-up]\n      signingKeys:"), "")))
                .hasMessageContaining("saga sign-up has the participant persona, whose queue is true and whose outbox is false");
        assertThatThrownBy(() -> run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").split("    persona:\n")[0]
                .replace("      callers: [persona]\n", "")
                .replace("      signingKeys:", "      queue: true\n      outbox: true\n      sagas: [sign-up]\n      signingKeys:"), "")))
                .hasMessageContaining("saga sign-up has the participant persona, which is none of tandem:services [auth]: expected a service"
                        + " with queue: true for commands and outbox: true for its answers");
        assertThatThrownBy(() -> run("eu-central-1", Map.of(), withSagas("eu-central-1")
                .replace("sign-up", "sign-off"))).hasMessageContaining("names \"sign-off\", of which there is no document");
    }

    @Test
    void aServiceThatListensNeedsOneThatSpeaks() {
        assertThatThrownBy(() -> run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1")
                .replace("      verifiesTokensOf:", "      subscriptions: {auth: [AccountDeleted]}\n      verifiesTokensOf:"), "")))
                .hasMessageContaining("service persona subscribes to [AccountDeleted] of auth, which has neither an outbox nor publishes: no"
                        + " event would ever come. Expected a service with outbox: true (events from its table) or publishes: true");
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1")
                .replace("      verifiesTokensOf:", "      subscriptions: {auth: [AccountDeleted]}\n      verifiesTokensOf:")
                .replace("      signingKeys:", "      publishes: true\n      signingKeys:"), ""));
    }

    @Test
    @Covers(value = {"R7.3", "R7.4"}, evidence = Evidence.DESIGNED)
    void aSpentBudgetReachesTheMachineThroughTheTopicOnlyWhereItIsChosen() {
        run("eu-central-1", Map.of());
        assertThat(declared.keySet()).noneMatch(name -> name.contains("::guard"));
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replace("  tandem:alarmEmails",
                "  tandem:costAction: deny\n  tandem:taskCheck: true\n  tandem:quotaAlarms: true\n  tandem:webFirewall: true\n"
                        + "  tandem:chatWebhookSecretArn: arn:aws:secretsmanager:eu-central-1:111122223333:secret:tandem/chat-a1B2c3\n"
                        + "  tandem:alarmEmails"), ""));
        assertThat(declared.keySet()).contains("aws:sfn/stateMachine:StateMachine::guard-budget",
                "aws:sns/topicSubscription:TopicSubscription::guard-budget", "aws:lambda/permission:Permission::guard-budget",
                "aws:sns/topicSubscription:TopicSubscription::guard-chat", "aws:cloudwatch/metricAlarm:MetricAlarm::guard-tasks",
                "aws:wafv2/webAclAssociation:WebAclAssociation::foundation-edge-firewall",
                "aws:cloudwatch/metricAlarm:MetricAlarm::foundation-alerts-quota-fargate-on-demand-vcpu");
        assertThat(declared.get("aws:cloudwatch/eventRule:EventRule::guard-tasks").inputs).as("billing lags by hours")
                .containsEntry("scheduleExpression", "rate(1 hour)");
        assertThat(declared.get("aws:lambda/function:Function::guard-budget").inputs.get("environment").toString())
                .contains("ACTION=deny", "BUDGET=tandem-prod-eu-central-1");
    }

    @Test
    @Covers(value = "R11.5", evidence = Evidence.DESIGNED)
    void quotasThatNobodyPublishesAreCountedOverTheRegionsOwnThings() {
        String adopted = "arn:aws:sns:eu-west-1:111122223333:oncall";
        run("eu-west-1", PRIMARY, Yaml.config(Yaml.text("eu-west-1").replace("  tandem:alarmEmails",
                "  tandem:quotaAlarms: true\n  tandem:existing: {alarmTopicArn: \"" + adopted + "\"}\n  tandem:alarmEmails"), ""));
        assertThat(declared.get("aws:lambda/function:Function::guard-quotas").inputs.get("environment").toString())
                .contains("CLUSTER=tandem-prod", "NAMESPACE=id-of-foundation-namespace", "ZONES=hostedZone-of-foundation-namespace,zoneId-of-pair-zone",
                        "SUBNETS=id-of-foundation-network-private-a,id-of-foundation-network-private-b");
        assertThat(declared.get("aws:cloudwatch/eventRule:EventRule::guard-quotas").inputs).containsEntry("scheduleExpression", "rate(1 hour)");
        assertThat(declared.values()).filteredOn(resource -> "Tandem/Quotas".equals(resource.inputs.get("namespace"))).hasSize(5)
                .allSatisfy(alarm -> assertThat(alarm.inputs).as("the machines take alarms of the environment's prefix for those of services")
                        .doesNotContainKey("name").containsEntry("threshold", 80.0).containsEntry("treatMissingData", "breaching")
                        .containsEntry("alarmActions", List.of(adopted)).containsEntry("okActions", List.of(adopted)));
        cleanUp();
        declared.clear();
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replace("  tandem:alarmEmails",
                "  tandem:quotaAlarms: true\n  tandem:alarmEmails"), ""));
        assertThat(declared.get("aws:lambda/function:Function::guard-quotas").inputs.get("environment").toString())
                .as("the public zone is the secondary's").contains("ZONES=hostedZone-of-foundation-namespace").doesNotContain("zoneId-of");
    }

    @Test
    @Covers(value = "R2.1", evidence = Evidence.DESIGNED, meshBackend = "app-mesh")
    void appMeshChecksServersAgainstThePrivateCaThatIsGiven() {
        String ca = "arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replace("  tandem:alarmEmails",
                "  tandem:mesh: {backend: app-mesh, privateCaArn: \"" + ca + "\"}\n  tandem:alarmEmails"), ""));
        assertThat(declared.values()).filteredOn(resource -> resource.type.equals("aws:appmesh/virtualNode:VirtualNode")).isNotEmpty()
                .allSatisfy(node -> assertThat(node.inputs.get("spec").toString()).contains(ca));
    }

    @Test
    void aServiceThatEcsRollsOutHasAProviderOfItsOwnInTheSameRegionAndAccount() {
        run("eu-central-1", Map.of(), Yaml.config(Yaml.text("eu-central-1").replaceFirst(
                "(\\n +)path: /api/persona\\n", "$1path: /api/persona$1rollout: {strategy: linear, percent: 20}\n"), ""));
        assertThat(declared.get("aws-native:ecs:Service::persona-stable").provider)
                .contains("pulumi:providers:aws-native::aws-native-eu-central-1");
        assertThat(declared.get("pulumi:providers:aws-native::aws-native-eu-central-1").inputs)
                .containsEntry("region", "eu-central-1");
        assertThat(declared.get("pulumi:providers:aws-native::aws-native-eu-central-1").inputs.get("allowedAccountIds")).asString()
                .contains("111122223333");
        assertThat(declared.get("aws-native:ecs:Service::persona-stable").inputs.get("deploymentConfiguration").toString())
                .contains("strategy=LINEAR", "stepPercent=20.0");
        assertThat(declared.keySet()).contains("aws:ecs/service:Service::auth-stable")
                .doesNotContain("aws:ecs/service:Service::persona-stable");
    }

    private TestResult run(String stack, Map<String, Object> peer) {
        return run(stack, peer, Yaml.config(stack));
    }

    private TestResult run(String stack, Map<String, Object> peer, String text) {
        return program.run(stack, peer, text);
    }

    private List<Mocks.ResourceArgs> awsResources() {
        return declared.values().stream().filter(resource -> resource.type.startsWith("aws:")).toList();
    }
}
