package dev.tandem.components.network;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.DebugChannels;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What may pass through each VPC endpoint: the calls that tasks make, by principals of this account, on resources of
 * this account. A stolen key of another account gets nothing out through them.
 *
 * @param region    AWS region
 * @param accountId twelve digits
 */
record EndpointPolicies(String region, String accountId) {

    /** What tasks may call besides the usual, by service suffix. */
    static final Set<String> CALLERS = new TreeSet<>(Set.of("events", "kms", "sns", "sqs", "ssmmessages"));

    /** Those that the agent of debug sessions calls by names without IPv6: a route out by IPv6 does not help. */
    private static final Set<String> WITHOUT_IPV6 = Set.of("kms", "ssmmessages");

    /**
     * Policies of the interface endpoints, by service suffix. With a route out four are enough: the others have dual-stack
     * names. Without one, traces and every further caller need their own; debug sessions do in either case.
     */
    Map<String, String> interfaces(Egress egress, Set<String> callers) {
        Map<String, String> policies = new TreeMap<>(
                Map.of("ecr.api", images(), "ecr.dkr", images(), "logs", logs(), "ssm", parameters()));
        if (!egress.ipv6Out()) {
            policies.put("xray", traces());
        }
        callers.stream().filter(caller -> !egress.ipv6Out() || WITHOUT_IPV6.contains(caller))
                .forEach(caller -> policies.put(caller, calls(caller)));
        return policies;
    }

    /** X-Ray knows no resources. */
    private String traces() {
        return document(own("SendTraces").actions("xray:PutTraceSegments").anyResource().build());
    }

    private String calls(String caller) {
        return switch (caller) {
            case "events" -> document(own("SendEvents").actions("events:PutEvents").resources(arn("events", "event-bus/*")).build());
            case "kms" -> document(own("DecryptSessions").actions("kms:Decrypt").resources(arn("kms", "key/*")).build());
            // The channels of a session are no resources.
            case "ssmmessages" -> document(own("OpenChannels").actions(DebugChannels.ACTIONS).anyResource().build());
            case "sns" -> document(own("Publish").actions("sns:Publish").resources(arn("sns", "*")).build());
            default -> document(own("UseQueues")
                    .actions("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage",
                            "sqs:SendMessage")
                    .resources(arn("sqs", "*"))
                    .build());
        };
    }

    /** Policies of the gateway endpoints, by service suffix. */
    Map<String, String> gateways() {
        return Map.of("s3", imageLayers(), "dynamodb", tables());
    }

    private String images() {
        return document(
                // The call takes no resource: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
                own("LogIn").actions("ecr:GetAuthorizationToken").anyResource().build(),
                own("PullImages")
                        .actions("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                        .resources(arn("ecr", "repository/*"))
                        .build());
    }

    private String logs() {
        return document(own("WriteLogs")
                .actions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                .resources(arn("logs", "log-group:*"))
                .build());
    }

    /** Parameters and, through the reserved path /aws/reference/secretsmanager/, secrets; no history, no listing. */
    private String parameters() {
        return document(own("ReadParameters")
                .actions("ssm:GetParameter", "ssm:GetParameters")
                .resources(arn("ssm", "parameter/*"))
                .build());
    }

    /**
     * Layers come from a bucket that AWS owns, by URLs that ECR signs: a condition on the account of principal or
     * resource would stop every pull.
     */
    private String imageLayers() {
        return document(Statement.allow("PullImageLayers")
                .awsPrincipals("*")
                .actions("s3:GetObject")
                .resources("arn:aws:s3:::prod-" + region + "-starport-layer-bucket/*")
                .build());
    }

    private String tables() {
        return document(own("UseTables")
                .actions("dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem",
                        "dynamodb:Query", "dynamodb:UpdateItem")
                .resources(arn("dynamodb", "table/*"))
                .build());
    }

    private Statement.Builder own(String sid) {
        return Statement.allow(sid)
                .awsPrincipals("*")
                .when(Condition.stringEquals("aws:PrincipalAccount", accountId));
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }

    private static String document(Statement... statements) {
        return PolicyDocument.resource(statements).toJson();
    }
}
