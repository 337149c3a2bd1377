package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every role of three services, against every service's table, queue, dead letters, secret, parameter, log group, image and the
 * key: what the generated policies allow, decided under the boundary, is exactly what is meant.
 */
class LeastPrivilegeTest {

    private static final List<String> SERVICES = List.of("auth", "persona", "orders");
    private static final String REGION = "eu-central-1";
    private static final Evaluator IAM = new Evaluator(PermissionsBoundary.of(
            "tandem", FoundationFixture.ACCOUNT, List.of("eu-central-1", "eu-west-1")));

    /** Calls worth asking for, by kind of resource; more than any role should have. */
    private static final Map<String, List<String>> CALLS = new TreeMap<>(Map.of(
            "table", List.of("dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
                    "dynamodb:DeleteTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan",
                    "dynamodb:UpdateItem"),
            "queue", List.of("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:PurgeQueue",
                    "sqs:ReceiveMessage", "sqs:SendMessage", "sqs:SetQueueAttributes"),
            "dead letters", List.of("sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:ReceiveMessage", "sqs:SendMessage"),
            "secret", List.of("secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"),
            "parameter", List.of("ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParametersByPath", "ssm:PutParameter"),
            "logs", List.of("logs:CreateLogStream", "logs:DeleteLogStream", "logs:FilterLogEvents", "logs:PutLogEvents"),
            "image", List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:PutImage"),
            "key", List.of("kms:Decrypt", "kms:GenerateDataKey", "kms:ScheduleKeyDeletion", "kms:UpdateAlias")));

    private static MeshServicePlan plan(String service) {
        MeshServiceArgs args = ServiceFixtures.minimal(service).table(true).queue(true).secret(SecretSource.owned()).build();
        return ServiceFixtures.plan(args);
    }

    private static String arn(String kind, String service) {
        String account = FoundationFixture.ACCOUNT;
        String in = REGION + ":" + account + ":";
        return switch (kind) {
            case "table" -> "arn:aws:dynamodb:" + in + "table/tandem-prod-" + service;
            case "queue" -> "arn:aws:sqs:" + in + "tandem-prod-" + service;
            case "dead letters" -> "arn:aws:sqs:" + in + "tandem-prod-" + service + "-dead-letters";
            case "secret" -> "arn:aws:secretsmanager:" + in + "secret:tandem/prod/" + service + "-a1B2c3";
            case "parameter" -> "arn:aws:ssm:" + in + "parameter/aws/reference/secretsmanager/tandem/prod/" + service;
            case "logs" -> "arn:aws:logs:" + in + "log-group:/tandem/prod/" + service + ":log-stream:app/1";
            case "image" -> "arn:aws:ecr:" + in + "repository/tandem/prod/" + service;
            default -> "arn:aws:kms:" + in + "key/5d3c9a1e-7b2f-4c60-8a94-1e2d3c4b5a69";
        };
    }

    private static Request request(String action, String kind, String service) {
        Request request = Request.of(action, arn(kind, service));
        return switch (kind) {
            case "table" -> request.with("dynamodb:LeadingKeys", "user#1");
            case "key" -> request.with("kms:ResourceAliases", "alias/tandem-prod")
                    .with("kms:ViaService", "dynamodb." + REGION + ".amazonaws.com");
            default -> request;
        };
    }

    private static Map<String, List<String>> decided(RolePlan role, String service) {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        CALLS.forEach((kind, actions) -> {
            List<String> may = new ArrayList<>(actions);
            may.removeIf(action -> !IAM.allows(role, request(action, kind, service)));
            allowed.put(kind, may);
        });
        return allowed;
    }

    /** What a task role is meant to do with its own service's things; nothing with another's, the shared key apart. */
    private static Map<String, List<String>> meant(boolean task, boolean own) {
        Map<String, List<String>> meant = new LinkedHashMap<>();
        CALLS.keySet().forEach(kind -> meant.put(kind, List.of()));
        if (own) {
            meant.put("logs", List.of("logs:CreateLogStream", "logs:PutLogEvents"));
        }
        if (task) {
            meant.put("key", List.of("kms:Decrypt", "kms:GenerateDataKey"));
        }
        if (task && own) {
            meant.put("table", List.of("dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:GetItem",
                    "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"));
            meant.put("queue", List.of("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
                    "sqs:ReceiveMessage", "sqs:SendMessage"));
            meant.put("secret", List.of("secretsmanager:GetSecretValue"));
            meant.put("parameter", List.of("ssm:GetParameter"));
        }
        if (!task && own) {
            meant.put("image", List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"));
        }
        return meant;
    }

    @Test
    @Covers({"R8.2", "R9.1"})
    void everyRoleMayDoExactlyWhatIsMeantWithEveryServicesThings() {
        for (String owner : SERVICES) {
            MeshServicePlan plan = plan(owner);
            for (String service : SERVICES) {
                boolean own = owner.equals(service);
                assertThat(decided(plan.taskRole(), service)).as("task of %s with %s", owner, service)
                        .isEqualTo(meant(true, own));
                assertThat(decided(plan.executionRole(), service)).as("execution of %s with %s", owner, service)
                        .isEqualTo(meant(false, own));
            }
        }
    }

    @Test
    @Covers({"R8.2", "R9.1"})
    void aKeyIsUsedThroughTheServicesOfTheRoleOnlyAndByItsAliasOnly() {
        RolePlan task = plan("auth").taskRole();
        Request decrypt = Request.of("kms:Decrypt", arn("key", "")).with("kms:ResourceAliases", "alias/tandem-prod");
        assertThat(IAM.allows(task, decrypt)).as("called directly").isFalse();
        assertThat(IAM.allows(task, decrypt.with("kms:ViaService", "s3." + REGION + ".amazonaws.com"))).isFalse();
        assertThat(IAM.allows(task, decrypt.with("kms:ViaService", "sqs." + REGION + ".amazonaws.com"))).isTrue();
        assertThat(IAM.allows(task, Request.of("kms:Decrypt", arn("key", ""))
                .with("kms:ResourceAliases", "alias/other").with("kms:ViaService", "sqs." + REGION + ".amazonaws.com"))).isFalse();
        assertThat(IAM.allows(task, Request.of("kms:UpdateAlias", "arn:aws:kms:eu-central-1:111122223333:alias/tandem-prod")))
                .isFalse();
    }

    @Test
    @Covers({"R8.2", "R9.5"})
    void noServiceMovesTheEpochThatFencesItsTable() {
        RolePlan task = plan("auth").taskRole();
        for (String action : List.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem")) {
            Request own = Request.of(action, arn("table", "auth"));
            assertThat(IAM.allows(task, own.with("dynamodb:LeadingKeys", "#epoch"))).as(action).isFalse();
            assertThat(IAM.allows(task, own.with("dynamodb:LeadingKeys", "user#1", "#epoch"))).as(action).isFalse();
        }
        assertThat(IAM.allows(task, Request.of("dynamodb:ConditionCheckItem", arn("table", "auth"))
                .with("dynamodb:LeadingKeys", "#epoch"))).isTrue();
    }

    @Test
    @Covers("R8.2")
    void theBoundaryIsWhatTheGoldenFileSaysAndFitsIntoAPolicy() {
        String json = PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of("eu-central-1", "eu-west-1")).toJson();
        Golden.assertJsonMatches("permissions-boundary.json", json);
        // Source: IAM quotas, "managed policy size", white space not counted.
        assertThat(json.replaceAll("\\s", "").length()).isLessThanOrEqualTo(6144);
    }
}
