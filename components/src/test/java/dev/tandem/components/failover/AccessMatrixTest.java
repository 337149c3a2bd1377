package dev.tandem.components.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.components.endpoints.EndpointsPlan;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.guard.GuardArgs;
import dev.tandem.components.guard.GuardPlan;
import dev.tandem.components.guard.GuardedService;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.iam.evaluation.Things;
import dev.tandem.components.mesh.IdentityNames;
import dev.tandem.components.mesh.MeshIdentityArgs;
import dev.tandem.components.mesh.MeshIdentityPlan;
import dev.tandem.components.outbox.OutboxPlan;
import dev.tandem.components.saga.SagaDocument;
import dev.tandem.components.saga.SagaPlan;
import dev.tandem.components.service.ImageRef;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.tokens.SigningKeysPlan;
import dev.tandem.requirements.Covers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every role of the survivor's stack that is no service's own, against what every service owns in both regions: it may do what
 * stands here and nothing else. Roles of services: {@code LeastPrivilegeTest}.
 */
class AccessMatrixTest {

    private static final String PRIMARY = "eu-central-1";
    private static final String SURVIVOR = "eu-west-1";
    private static final String TOPIC = "arn:aws:sns:" + SURVIVOR + ":" + FoundationFixture.ACCOUNT + ":tandem-prod-alarms";
    private static final Evaluator IAM = new Evaluator(
            PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of(PRIMARY, SURVIVOR)));

    /** What is meant: role, then region and kind of thing, then calls. The same for each service. */
    private static final Map<String, Map<String, List<String>>> MEANT = new TreeMap<>(Map.ofEntries(
            Map.entry("endpoint writer", Map.of()),
            Map.entry("event forwarder", Map.of()),
            Map.entry("probe", Map.of()),
            Map.entry("weights", Map.of()),
            Map.entry("takeover starter", Map.of()),
            Map.entry("budget starter", Map.of()),
            Map.entry("keys of orders", Map.of()),
            Map.entry("outbox of orders", Map.of()),
            Map.entry("saga", Map.of(SURVIVOR + " queue", List.of("sqs:SendMessage"))),
            Map.entry("saga relay", Map.of()),
            Map.entry("saga starter", Map.of()),
            Map.entry("chat", Map.of()),
            Map.entry("issuer", Map.of(SURVIVOR + " identity", List.of("ssm:GetParameter", "ssm:PutParameter"))),
            Map.entry("observer", Map.of(
                    PRIMARY + " service", List.of("ecs:DescribeServices"), SURVIVOR + " service", List.of("ecs:DescribeServices"))),
            Map.entry("fence", Map.of(PRIMARY + " epoch", List.of("dynamodb:GetItem", "dynamodb:UpdateItem"))),
            Map.entry("machines", Map.of(
                    SURVIVOR + " epoch", List.of("dynamodb:UpdateItem"),
                    SURVIVOR + " service", List.of("ecs:DescribeServices", "ecs:UpdateService"))),
            Map.entry("task pricer", Map.of(SURVIVOR + " service", List.of("ecs:DescribeServices"))),
            Map.entry("budget machine", Map.of(
                    SURVIVOR + " service", List.of("ecs:DescribeServices", "ecs:UpdateService")))));

    private static Map<String, RolePlan> roles() {
        FunctionRoles roles = new FunctionRoles(
                "tandem", "prod", SURVIVOR, FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY);
        FailoverArgs args = PairFixtures.args();
        SurvivorPlan pair = FailoverPlan.of(args, "tandem", "prod", "10.30.0.0/16", Optional.of(PairFixtures.peer()))
                .survivor(args, "tandem", "prod", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY, TOPIC);
        GuardPlan guard = GuardPlan.of(roles, TOPIC, new GuardArgs(
                List.of(new GuardedService("auth-stable", 2, 4, BigDecimal.ONE), new GuardedService("persona-stable", 1, 4, BigDecimal.ONE)),
                Optional.of(GuardArgs.Action.DENY), "tandem-prod-eu-west-1", true,
                Optional.of("arn:aws:secretsmanager:" + SURVIVOR + ":" + FoundationFixture.ACCOUNT + ":secret:chat-a1B2c3")));
        MeshIdentityPlan identities = MeshIdentityPlan.of(
                new IdentityNames("tandem", "prod", SURVIVOR, FoundationFixture.ACCOUNT),
                new MeshIdentityArgs("tandem.example", PRIMARY, List.of("auth", "persona"),
                        ImageRef.parse("tandem/prod/mesh-issuer:0.1.0"), List.of("a"), 30),
                FoundationFixture.BOUNDARY, TOPIC);
        Map<String, RolePlan> all = new TreeMap<>();
        all.put("endpoint writer", EndpointsPlan.of(roles).function().role());
        all.put("event forwarder", ExchangePlan.of(roles, PRIMARY).forwarding());
        all.put("probe", pair.probe().role());
        all.put("observer", pair.observe().role());
        all.put("fence", pair.fence().role());
        all.put("weights", pair.weights().role());
        all.put("machines", pair.machines());
        all.put("takeover starter", pair.starter());
        all.put("issuer", identities.role());
        all.put("keys of orders", SigningKeysPlan.of(roles, "orders", ImageRef.parse("tandem/prod/orders-keys:1.0.0")).role());
        all.put("outbox of orders", OutboxPlan.of(roles, "orders").function().role());
        SagaPlan saga = SagaPlan.of(roles, "auth", new SagaDocument("sign-up", "SignUpRequested", List.of("auth", "persona"),
                "{\"States\":{}}", "{}"), TOPIC);
        all.put("saga", saga.machineRole());
        all.put("saga relay", saga.relayRole());
        all.put("saga starter", saga.starter());
        all.put("budget machine", guard.action().orElseThrow().role());
        all.put("budget starter", guard.action().orElseThrow().starter().role());
        all.put("task pricer", guard.tasks().orElseThrow().role());
        all.put("chat", guard.chat().orElseThrow().role());
        return all;
    }

    @Test
    @Covers({"R8.2", "R9.1"})
    void everyRoleMayDoExactlyWhatIsMeantWithWhatServicesOwn() {
        Map<String, RolePlan> roles = roles();
        assertThat(roles.keySet()).isEqualTo(MEANT.keySet());
        for (String service : List.of("auth", "persona")) {
            roles.forEach((name, role) -> assertThat(allowed(role, service)).as("%s with what %s owns", name, service)
                    .isEqualTo(new TreeMap<>(MEANT.get(name))));
        }
    }

    @Test
    @Covers("R8.2")
    void theRotationOfKeysMayWriteKeysOfItsServiceAndReadOnlyThoseThatSign() {
        Map<String, List<String>> own = allowed(roles().get("keys of orders"), "orders");
        assertThat(own).isEqualTo(new TreeMap<>(Map.of(
                SURVIVOR + " public keys", List.of("ssm:PutParameter"),
                SURVIVOR + " signing keys", List.of("ssm:GetParameter", "ssm:PutParameter"))));
    }

    @Test
    @Covers({"R8.2", "R9.1"})
    void anOutboxReadsTheStreamOfItsServiceAndSpeaksUnderItsNameOnly() {
        RolePlan outbox = roles().get("outbox of orders");
        assertThat(allowed(outbox, "orders")).isEqualTo(Map.of(SURVIVOR + " stream",
                List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")));
        Request send = Request.of("events:PutEvents", "arn:aws:events:" + SURVIVOR + ":" + FoundationFixture.ACCOUNT + ":event-bus/tandem-prod");
        assertThat(IAM.allows(outbox, send.with("events:source", "tandem.orders"))).isTrue();
        assertThat(IAM.allows(outbox, send.with("events:source", "tandem.auth"))).isFalse();
    }

    @Test
    @Covers("R8.2")
    void theRelayStartsItsSagaAndWakesSagasAndTouchesNoOtherMachine() {
        RolePlan relay = roles().get("saga relay");
        String machines = "arn:aws:states:" + SURVIVOR + ":" + FoundationFixture.ACCOUNT + ":stateMachine:tandem-prod-";
        assertThat(IAM.allows(relay, Request.of("states:StartExecution", machines + "saga-sign-up"))).isTrue();
        assertThat(IAM.allows(relay, Request.of("states:SendTaskSuccess", machines + "saga-sign-up"))).isTrue();
        assertThat(IAM.allows(relay, Request.of("states:SendTaskFailure", machines + "saga-sign-up"))).isTrue();
        assertThat(IAM.allows(relay, Request.of("states:StartExecution", machines + "takeover"))).isFalse();
        assertThat(IAM.allows(relay, Request.of("states:SendTaskSuccess", machines + "takeover"))).isFalse();
        assertThat(IAM.allows(relay, Request.of("states:StopExecution", machines + "saga-sign-up"))).isFalse();
    }

    @Test
    @Covers("R8.2")
    void everyRoleStandsUnderTheBoundary() {
        assertThat(roles().values()).allSatisfy(
                role -> assertThat(role.permissionsBoundaryArn()).isEqualTo(FoundationFixture.BOUNDARY));
    }

    private static Map<String, List<String>> allowed(RolePlan role, String service) {
        Map<String, List<String>> allowed = new TreeMap<>();
        for (String region : List.of(PRIMARY, SURVIVOR)) {
            Things.CALLS.forEach((kind, calls) -> {
                List<String> may = calls.stream()
                        .filter(call -> IAM.allows(role, Things.request(call, kind, service, region))).toList();
                if (!may.isEmpty()) {
                    allowed.put(region + " " + kind, may);
                }
            });
        }
        return allowed;
    }
}
