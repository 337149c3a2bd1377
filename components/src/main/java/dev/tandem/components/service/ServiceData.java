package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretReplicaArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.KeyAlias;
import java.util.List;
import java.util.Optional;

/** What a service keeps: logs, and when asked for a table, a queue and a secret, all under the region's customer key. */
final class ServiceData {

    /** A message that was not finished within this time is delivered again. */
    private static final int VISIBILITY_SECONDS = 60;

    /** Deliveries before a message goes to the dead letters. */
    private static final int MAX_RECEIVES = 5;

    private static final int WEEK_SECONDS = 7 * 24 * 3600;

    /** The longest that SQS keeps a message: 14 days to look at a dead letter. */
    private static final int TWO_WEEKS_SECONDS = 2 * WEEK_SECONDS;

    private static final int LONG_POLL_SECONDS = 20;
    private static final int KEY_REUSE_SECONDS = 3600;

    /** Days in which a deleted secret can be had back. */
    private static final int RECOVERY_DAYS = 7;

    private ServiceData() {}

    static LogGroup logs(String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        return new LogGroup(
                name + "-logs",
                LogGroupArgs.builder()
                        .name(plan.names().logGroup())
                        .kmsKeyId(foundation.logsKmsKeyArn())
                        .retentionInDays(plan.args().logRetentionDays())
                        .tags(plan.tags())
                        .build(),
                options);
    }

    /** @return the table, when this stack declares one */
    static Optional<Table> create(String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        Optional<Table> table = plan.args().table() && plan.args().tableHome().created()
                ? Optional.of(table(name, foundation, plan, options)) : Optional.empty();
        if (plan.args().queue()) {
            ServiceEvents.QueueUrls queues = queue(name, foundation, plan, options);
            if (!plan.args().subscriptions().isEmpty()) {
                ServiceEvents.subscriptions(name, foundation, plan, queues, options);
            }
        }
        if (plan.args().topic()) {
            ServiceEvents.topic(name, foundation, plan, options);
        }
        if (plan.args().secret().created()) {
            secret(name, foundation, plan, options);
        }
        return table;
    }

    private static Table table(
            String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        TableArgs.Builder args = TableArgs.builder()
                .name(plan.names().base())
                .billingMode("PAY_PER_REQUEST")
                .hashKey("pk")
                .rangeKey("sk")
                .attributes(attribute("pk"), attribute("sk"))
                .ttl(TableTtlArgs.builder().attributeName("expiresAt").enabled(true).build())
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder()
                        .enabled(true)
                        .kmsKeyArn(foundation.kmsKeyArn())
                        .build())
                .deletionProtectionEnabled(plan.args().dataProtected())
                .tags(plan.tags());
        // Replication reads the stream, with both images; so does what brings events to the bus.
        if (plan.args().outbox()) {
            args.streamEnabled(true).streamViewType("NEW_AND_OLD_IMAGES");
        }
        plan.args().tableHome().replica().ifPresent(replica -> args
                .streamEnabled(true)
                .streamViewType("NEW_AND_OLD_IMAGES")
                .replicas(TableReplicaArgs.builder()
                        .regionName(replica.region())
                        .kmsKeyArn(replica.keyArn())
                        .pointInTimeRecovery(true)
                        .propagateTags(true)
                        .build()));
        return new Table(name + "-table", args.build(), options);
    }

    private static TableAttributeArgs attribute(String attribute) {
        return TableAttributeArgs.builder().name(attribute).type("S").build();
    }

    private static ServiceEvents.QueueUrls queue(
            String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        ServiceNames names = plan.names();
        String deadLetterArn = names.arn("sqs", names.deadLetterQueue());
        String queueArn = names.arn("sqs", names.base());
        Queue deadLetters = new Queue(
                name + "-dead-letters",
                queueArgs(foundation, plan, TWO_WEEKS_SECONDS)
                        .name(names.deadLetterQueue())
                        .redriveAllowPolicy(
                                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"" + queueArn + "\"]}")
                        .build(),
                options);
        // The ARN is written out rather than taken from the resource, so that a preview knows it; hence the dependency.
        Queue queue = new Queue(
                name + "-queue",
                queueArgs(foundation, plan, WEEK_SECONDS)
                        .name(names.base())
                        .redrivePolicy("{\"deadLetterTargetArn\":\"" + deadLetterArn + "\",\"maxReceiveCount\":"
                                + MAX_RECEIVES + "}")
                        .build(),
                CustomResourceOptions.merge(
                        options, CustomResourceOptions.builder().dependsOn(deadLetters).build()));
        return new ServiceEvents.QueueUrls(queue, deadLetters);
    }

    private static QueueArgs.Builder queueArgs(FoundationRef foundation, MeshServicePlan plan, int keptSeconds) {
        return QueueArgs.builder()
                .kmsMasterKeyId(foundation.kmsKeyArn())
                .kmsDataKeyReusePeriodSeconds(KEY_REUSE_SECONDS)
                .messageRetentionSeconds(keptSeconds)
                .receiveWaitTimeSeconds(LONG_POLL_SECONDS)
                .visibilityTimeoutSeconds(VISIBILITY_SECONDS)
                .tags(plan.tags());
    }

    /** Only the secret's shell: its value is put by an operator and never passes through the program or its state. */
    private static void secret(
            String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        SecretSource source = plan.args().secret();
        List<SecretReplicaArgs> replicas = source.kind() == SecretSource.Kind.OWNED_WITH_REPLICA
                ? List.of(SecretReplicaArgs.builder()
                        .region(source.region())
                        .kmsKeyId(KeyAlias.dataArn(
                                foundation.project(), foundation.environment(), source.region(),
                                foundation.accountId()))
                        .build())
                : List.of();
        Secret secret = new Secret(
                name + "-secret",
                SecretArgs.builder()
                        .name(plan.names().secret())
                        .description("Secrets of " + plan.args().name() + ", read by its tasks only")
                        .kmsKeyId(foundation.kmsKeyArn())
                        // A trial that is made again needs its name at once.
                        .recoveryWindowInDays(plan.args().staging().isPresent() ? 0 : RECOVERY_DAYS)
                        .replicas(replicas)
                        .tags(plan.tags())
                        .build(),
                options);
        // Not at once: the secret has no value yet, which an operator puts.
        source.rotation().ifPresent(rotation -> new SecretRotation(
                name + "-secret",
                SecretRotationArgs.builder()
                        .secretId(secret.id())
                        .rotationLambdaArn(rotation.functionArn())
                        .rotateImmediately(false)
                        .rotationRules(SecretRotationRotationRulesArgs.builder().automaticallyAfterDays(rotation.days()).build())
                        .build(),
                options));
    }
}
