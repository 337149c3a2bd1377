package dev.tandem.components.mesh;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.ImageFunction;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What gives the services of a region their identities: the CA's key, and the issuer that signs with it each hour.
 *
 * <p>Give it the region's provider: every child inherits it.
 */
public final class MeshIdentity extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:mesh:MeshIdentity";

    private static final int MEMORY_MIB = 512;
    private static final int TIMEOUT_SECONDS = 120;
    private static final int TWO_WEEKS_SECONDS = 14 * 24 * 3600;

    private final CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    private final MeshIdentityPlan plan;

    /** Declares the identities of the region that a foundation is in. */
    public MeshIdentity(String name, FoundationRef foundation, MeshIdentityArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        plan = MeshIdentityPlan.of(
                new IdentityNames(foundation.project(), foundation.environment(), foundation.region(), foundation.accountId()),
                args, foundation.permissionsBoundaryArn(), foundation.knownAlarmTopicArn());
        args.caKeys().forEach(key -> caKey(name, key));
        Function function = new ImageFunction(plan.names().function(), "Issues and renews the identities of the mesh",
                args.issuerImage().in(plan.names().accountId(), plan.names().region()), MEMORY_MIB, TIMEOUT_SECONDS, OptionalInt.empty(),
                plan.environment(), plan.role(), plan.names().logGroup(), args.logRetentionDays())
                .create(name + "-issuer", foundation, foundation.alarmTopicArn(), child);
        schedule(name, foundation, function);
        IdentityAlarms.create(name, foundation, plan, child);
        registerOutputs(Map.of("issuerArn", function.arn()));
    }

    /** What it was made from. */
    public MeshIdentityPlan plan() {
        return plan;
    }

    /** Keys for signing take no automatic rotation: another key is added, and the first removed after the overlap. */
    private void caKey(String name, String key) {
        Key made = new Key(name + "-ca-" + key, KeyArgs.builder()
                .description("Signs the CA and the identities of the mesh in " + plan.names().region())
                .customerMasterKeySpec("ECC_NIST_P256")
                .keyUsage("SIGN_VERIFY")
                .deletionWindowInDays(30)
                .policy(plan.caKeyPolicy())
                .build(), child);
        new Alias(name + "-ca-" + key, AliasArgs.builder().name(plan.names().caAlias(key)).targetKeyId(made.keyId()).build(), child);
    }

    private void schedule(String name, FoundationRef foundation, Function function) {
        EventRule rule = new EventRule(name + "-schedule", EventRuleArgs.builder()
                .name(plan.names().function())
                .description("Runs the issuer of the mesh's identities")
                .scheduleExpression(plan.schedule())
                .build(), child);
        Permission permission = new Permission(name + "-schedule", PermissionArgs.builder()
                .action("lambda:InvokeFunction")
                .function(function.name())
                .principal("events.amazonaws.com")
                .sourceArn(rule.arn())
                .sourceAccount(plan.names().accountId())
                .build(), child);
        Queue undelivered = new Queue(name + "-undelivered", QueueArgs.builder()
                .name(plan.names().function() + "-undelivered")
                .kmsMasterKeyId(foundation.kmsKeyArn())
                .messageRetentionSeconds(TWO_WEEKS_SECONDS)
                .build(), child);
        QueuePolicy policy = new QueuePolicy(name + "-undelivered",
                QueuePolicyArgs.builder().queueUrl(undelivered.url()).policy(plan.queuePolicy()).build(), child);
        new EventTarget(name + "-schedule", EventTargetArgs.builder()
                .rule(rule.name())
                .arn(function.arn())
                // Written out, so that a preview knows it.
                .deadLetterConfig(EventTargetDeadLetterConfigArgs.builder().arn(plan.names().undeliveredArn()).build())
                .build(), CustomResourceOptions.builder().parent(this).dependsOn(permission, policy).build());
    }
}
