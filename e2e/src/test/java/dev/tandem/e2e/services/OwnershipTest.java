package dev.tandem.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.aws.MotoUsers;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * What a service calls of its own answers, what it calls of another's is refused, with the policies of the planned task roles. The
 * simulator does not judge conditions, so statements that have one are left out here; {@code LeastPrivilegeTest} judges them all.
 */
@NeedsTools(Tools.MOTO)
class OwnershipTest {

    private static final String REGION = "eu-central-1";
    private static final Path GOLDEN = ScratchClone.repository().resolve("components/src/test/resources/golden");
    private static final String PLANNED_ACCOUNT = "111122223333";

    private static final Map<String, AwsCredentials> TASKS = new LinkedHashMap<>();

    private static Moto moto;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        moto = Moto.start(ScratchClone.repository().resolve("e2e/iam/aws-simulator"), Map.of());
        for (String service : List.of("auth", "persona")) {
            String name = "tandem-prod-" + service;
            moto.client(DynamoDbClient.builder(), REGION).createTable(create -> create.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S))
                    .keySchema(pk -> pk.attributeName("pk").keyType(KeyType.HASH)));
            moto.client(SqsClient.builder(), REGION).createQueue(create -> create.queueName(name));
            for (String parameter : List.of("jwks", "signing-keys")) {
                moto.client(SsmClient.builder(), REGION).putParameter(put -> put.type(ParameterType.STRING).value("{}")
                        .name("/tandem/prod/" + service + "/" + parameter));
            }
            secret("tandem/prod/" + service);
            TASKS.put(service, MotoUsers.having(moto, service, unconditional(service)));
        }
        moto.enforceIam();
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    /** There is no client of Secrets Manager here: services read theirs as a parameter. */
    private static void secret(String name) throws IOException, InterruptedException {
        HttpResponse<String> made = HttpClient.newHttpClient().send(HttpRequest.newBuilder(moto.endpoint())
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "secretsmanager.CreateSecret")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/" + REGION
                        + "/secretsmanager/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString("{\"Name\":\"" + name + "\",\"SecretString\":\"s\"}"))
                .build(), HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }

    private static String unconditional(String service) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode policy = (ObjectNode) json.readTree(Files.readString(GOLDEN.resolve("policy-" + service + "-own-data.json"))
                .replace(PLANNED_ACCOUNT, Moto.ACCOUNT));
        ArrayNode kept = json.createArrayNode();
        for (JsonNode statement : policy.path("Statement")) {
            if (!statement.has("Condition")) {
                kept.add(statement);
            }
        }
        assertThat(kept.findValuesAsText("Sid")).contains("UseTable", "ReadSecretByReference");
        return policy.set("Statement", kept).toString();
    }

    private static Map<String, ThrowingCallable> calls(String caller, String owner) {
        AwsCredentials task = TASKS.get(caller);
        DynamoDbClient dynamo = moto.client(DynamoDbClient.builder(), REGION, task);
        SqsClient sqs = moto.client(SqsClient.builder(), REGION, task);
        SsmClient ssm = moto.client(SsmClient.builder(), REGION, task);
        String name = "tandem-prod-" + owner;
        String queue = URI.create(moto.endpoint() + "/" + Moto.ACCOUNT + "/" + name).toString();
        Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("user#1"));
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("dynamodb:GetItem", () -> dynamo.getItem(get -> get.tableName(name).key(item)));
        calls.put("dynamodb:PutItem", () -> dynamo.putItem(put -> put.tableName(name).item(item)));
        calls.put("sqs:SendMessage", () -> sqs.sendMessage(send -> send.queueUrl(queue).messageBody("{}")));
        calls.put("sqs:ReceiveMessage", () -> sqs.receiveMessage(receive -> receive.queueUrl(queue)));
        calls.put("ssm:GetParameter of the secret", () -> ssm.getParameter(get -> get.withDecryption(true)
                .name("/aws/reference/secretsmanager/tandem/prod/" + owner)));
        calls.put("ssm:GetParameter of signing keys", () -> ssm.getParameter(get -> get.name("/tandem/prod/" + owner + "/signing-keys")));
        calls.put("ssm:GetParameter of public keys", () -> ssm.getParameter(get -> get.name("/tandem/prod/" + owner + "/jwks")));
        return calls;
    }

    /** @param answered what of it answers, the rest is refused */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "persona | persona | dynamodb:GetItem,dynamodb:PutItem,sqs:SendMessage,sqs:ReceiveMessage,ssm:GetParameter of the secret",
        "persona | auth | ssm:GetParameter of public keys",
        "auth | auth | dynamodb:GetItem,dynamodb:PutItem,ssm:GetParameter of the secret,ssm:GetParameter of signing keys,"
                + "ssm:GetParameter of public keys",
        "auth | persona | ''"})
    @Covers(value = "R9.1", evidence = Covers.Evidence.SIMULATED)
    void aTaskReachesWhatIsItsOwnAndIsRefusedWhatIsNot(String caller, String owner, String answered) throws Throwable {
        List<String> answers = List.of(answered.split(","));
        for (Map.Entry<String, ThrowingCallable> call : calls(caller, owner).entrySet()) {
            if (answers.contains(call.getKey())) {
                call.getValue().call();
            } else {
                assertThatThrownBy(call.getValue()).as(call.getKey()).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                    assertThat(refused.getMessage()).contains("User: arn:aws:iam::" + Moto.ACCOUNT + ":user/" + caller
                            + " is not authorized to perform: " + call.getKey().replaceFirst(" .*", ""));
                });
            }
        }
    }

    @Test
    void aListOfParametersIsNobodys() {
        SsmClient ssm = moto.client(SsmClient.builder(), REGION, TASKS.get("persona"));
        assertThatThrownBy(() -> ssm.getParametersByPath(get -> get.path("/tandem/prod/auth")))
                .hasMessageContaining("is not authorized to perform: ssm:GetParametersByPath");
    }
}
