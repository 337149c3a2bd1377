package dev.tandem.components.foundation;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.DebugChannels;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what with the region's customer key. Administrators manage it but cannot decrypt with it; principals of
 * the account use it only through an AWS service of this region, as far as their own policies say; AWS services
 * that act by themselves use it only for what they encrypt here.
 */
final class KeyPolicy {

    private static final String[] USE = {
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"
    };

    private final String region;
    private final String accountId;

    private KeyPolicy(String region, String accountId) {
        this.region = region;
        this.accountId = accountId;
    }

    /**
     * The key's policy.
     *
     * @param trailArn the trail whose logs the key encrypts, if this region has it
     * @param debugged cluster with whose tasks there may be debug sessions, if there may be any
     */
    static PolicyDocument of(String region, String accountId, Optional<String> trailArn, Optional<String> debugged) {
        KeyPolicy policy = new KeyPolicy(region, accountId);
        List<Statement> statements = new ArrayList<>(List.of(
                policy.administration(), policy.useThroughServices(), policy.grantsForServices(), policy.logGroups(),
                policy.events(), policy.logDelivery(),
                policy.publishers()));
        trailArn.ifPresent(arn -> statements.addAll(policy.trail(arn)));
        debugged.ifPresent(cluster -> statements.add(policy.sessions(cluster)));
        return PolicyDocument.resource(statements.toArray(Statement[]::new));
    }

    /** Without kms:CreateGrant and kms:Decrypt. PutKeyPolicy stays: without it AWS refuses the policy. */
    private Statement administration() {
        return root("Administration")
                .actions("kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey",
                        "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey", "kms:EnableKeyRotation",
                        "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies",
                        "kms:ListKeyRotations", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant",
                        "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource",
                        "kms:UpdateAlias", "kms:UpdateKeyDescription")
                .build();
    }

    private Statement useThroughServices() {
        return root("UseThroughServices")
                .actions(USE)
                .when(Condition.stringEquals("kms:ViaService", via("dynamodb", "ecr", "events", "lambda", "s3",
                        "secretsmanager", "sns", "sqs", "ssm", "states")))
                .build();
    }

    /** ECR, DynamoDB and Lambda keep working without the principal that made something: they ask for a grant. */
    private Statement grantsForServices() {
        return root("GrantsForServices")
                .actions("kms:CreateGrant")
                .when(Condition.stringEquals("kms:ViaService", via("dynamodb", "ecr", "lambda")))
                .when(Condition.bool("kms:GrantIsForAWSResource", true))
                .build();
    }

    /** Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
    private Statement logGroups() {
        return Statement.allow("LogGroups")
                .services("logs." + region + ".amazonaws.com")
                .actions(USE)
                .anyResource()
                .when(Condition.arnLike("kms:EncryptionContext:aws:logs:arn",
                        "arn:aws:logs:" + region + ":" + accountId + ":log-group:*"))
                .build();
    }

    /**
     * EventBridge keeps events encrypted on its buses and puts undelivered ones into an encrypted queue by itself. Source:
     * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-key-policy.html
     */
    private Statement events() {
        return Statement.allow("Events")
                .services("events.amazonaws.com")
                .actions("kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*")
                .anyResource()
                .when(Condition.stringEquals("aws:SourceAccount", accountId))
                .build();
    }

    /**
     * Logs of encrypted state machines are handed over by the log delivery service. Source:
     * https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
     */
    private Statement logDelivery() {
        return Statement.allow("LogDelivery")
                .services("delivery.logs.amazonaws.com")
                .actions("kms:Decrypt")
                .anyResource()
                .when(Condition.stringEquals("aws:SourceAccount", accountId))
                .build();
    }

    /** Alarms and budgets publish to the encrypted topic by themselves, schedules write undelivered events to a queue. */
    private Statement publishers() {
        return Statement.allow("AlarmPublishers")
                .services("budgets.amazonaws.com", "cloudwatch.amazonaws.com", "events.amazonaws.com")
                .actions("kms:Decrypt", "kms:GenerateDataKey*")
                .anyResource()
                .when(Condition.stringEquals("aws:SourceAccount", accountId))
                .build();
    }

    /** Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html */
    private List<Statement> trail(String trailArn) {
        return List.of(
                Statement.allow("TrailEncrypt")
                        .services("cloudtrail.amazonaws.com")
                        .actions("kms:GenerateDataKey*")
                        .anyResource()
                        .when(Condition.stringEquals("aws:SourceArn", trailArn))
                        .when(Condition.stringLike("kms:EncryptionContext:aws:cloudtrail:arn",
                                "arn:aws:cloudtrail:*:" + accountId + ":trail/*"))
                        .build(),
                Statement.allow("TrailDescribe")
                        .services("cloudtrail.amazonaws.com")
                        .actions("kms:DescribeKey")
                        .anyResource()
                        .when(Condition.stringEquals("aws:SourceArn", trailArn))
                        .build());
    }

    /** Both ends of a session ask for its data key themselves. */
    private Statement sessions(String cluster) {
        return root("DebugSessions").actions("kms:Decrypt", "kms:GenerateDataKey").when(DebugChannels.ofCluster(cluster)).build();
    }

    private Statement.Builder root(String sid) {
        return Statement.allow(sid).awsPrincipals("arn:aws:iam::" + accountId + ":root").anyResource();
    }

    private String[] via(String... services) {
        return List.of(services).stream()
                .map(service -> service + "." + region + ".amazonaws.com")
                .toArray(String[]::new);
    }
}
