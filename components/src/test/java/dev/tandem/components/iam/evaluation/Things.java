package dev.tandem.components.iam.evaluation;

import dev.tandem.components.testing.FoundationFixture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What services own, and calls on it that are worth asking for: more than any role should have. */
public final class Things {

    /** Calls by kind of thing. */
    public static final Map<String, List<String>> CALLS = new TreeMap<>(Map.ofEntries(
            Map.entry("table", List.of("dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DeleteTable",
                    "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem")),
            Map.entry("epoch", List.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")),
            Map.entry("queue", List.of("sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:ReceiveMessage", "sqs:SendMessage")),
            Map.entry("dead letters", List.of("sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:ReceiveMessage", "sqs:SendMessage")),
            Map.entry("secret", List.of("secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue")),
            Map.entry("secret parameter", List.of("ssm:GetParameter", "ssm:GetParameterHistory", "ssm:PutParameter")),
            Map.entry("identity", List.of("ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParametersByPath", "ssm:PutParameter")),
            Map.entry("image", List.of("ecr:BatchGetImage", "ecr:PutImage")),
            Map.entry("service", List.of("ecs:DeleteService", "ecs:DescribeServices", "ecs:UpdateService")),
            Map.entry("stream", List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")),
            Map.entry("signing keys", List.of("ssm:GetParameter", "ssm:GetParameterHistory", "ssm:PutParameter", "ssm:DeleteParameter")),
            Map.entry("public keys", List.of("ssm:GetParameter", "ssm:PutParameter", "ssm:DeleteParameter"))));

    private Things() {}

    /** A call on a service's thing in a region. */
    public static Request request(String action, String kind, String service, String region) {
        Request request = Request.of(action, arn(kind, service, region + ":" + FoundationFixture.ACCOUNT + ":"));
        return kind.equals("table") ? request.with("dynamodb:LeadingKeys", "user#1")
                : kind.equals("epoch") ? request.with("dynamodb:LeadingKeys", "#epoch") : request;
    }

    private static String arn(String kind, String service, String in) {
        return switch (kind) {
            case "table", "epoch" -> "arn:aws:dynamodb:" + in + "table/tandem-prod-" + service;
            case "queue" -> "arn:aws:sqs:" + in + "tandem-prod-" + service;
            case "dead letters" -> "arn:aws:sqs:" + in + "tandem-prod-" + service + "-dead-letters";
            case "secret" -> "arn:aws:secretsmanager:" + in + "secret:tandem/prod/" + service + "-a1B2c3";
            case "secret parameter" -> "arn:aws:ssm:" + in + "parameter/aws/reference/secretsmanager/tandem/prod/" + service;
            case "identity" -> "arn:aws:ssm:" + in + "parameter/tandem/prod/mesh/identity/" + service;
            case "stream" -> "arn:aws:dynamodb:" + in + "table/tandem-prod-" + service + "/stream/2026-11-27T00:00:00.000";
            case "signing keys" -> "arn:aws:ssm:" + in + "parameter/tandem/prod/" + service + "/signing-keys";
            case "public keys" -> "arn:aws:ssm:" + in + "parameter/tandem/prod/" + service + "/jwks";
            case "image" -> "arn:aws:ecr:" + in + "repository/tandem/prod/" + service;
            default -> "arn:aws:ecs:" + in + "service/tandem-prod/" + service + "-stable";
        };
    }
}
