package dev.tandem.components.functions;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.lambda.inputs.FunctionDeadLetterConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Declares a function of a plan: role, log group, the function itself, and who may call it. */
public final class SmallFunction {

    private static final int LOG_DAYS = 30;

    /** A share of its own: a flood of events neither stops the account's other functions nor runs up a bill. */
    private static final int CONCURRENT = 2;

    private SmallFunction() {}

    /**
     * Declares a function.
     *
     * @param name        Pulumi name
     * @param own         its region
     * @param plan        what it is
     * @param later       variables that are known once AWS answered; empty for none
     * @param deadLetters ARN of the queue for events that it fails on
     */
    public static Function create(
            String name, FoundationRef own, FunctionPlan plan, Map<String, Output<String>> later, String deadLetters,
            CustomResourceOptions options) {
        FunctionGround ground = FunctionGround.create(name, own, plan.role(), plan.logGroup(), LOG_DAYS, options);
        Map<String, AssetOrArchive> files = new TreeMap<>();
        plan.modules().forEach(module -> files.put(module + ".py", new StringAsset(FunctionPlan.source(module))));
        return new Function(name, FunctionArgs.builder()
                .name(plan.name())
                .description(plan.description())
                .runtime(FunctionPlan.RUNTIME)
                .architectures("arm64")
                .handler(plan.handler())
                .code(new AssetArchive(files))
                .role(ground.role().role().arn())
                .timeout(plan.timeoutSeconds())
                .memorySize(plan.memoryMiB())
                .reservedConcurrentExecutions(CONCURRENT)
                .kmsKeyArn(own.kmsKeyArn())
                .environment(FunctionEnvironmentArgs.builder().variables(variables(plan, later)).build())
                .deadLetterConfig(FunctionDeadLetterConfigArgs.builder().targetArn(deadLetters).build())
                .build(), ground.options());
    }

    private static Output<Map<String, String>> variables(FunctionPlan plan, Map<String, Output<String>> later) {
        Output<Map<String, String>> all = Output.of(plan.environment());
        for (Map.Entry<String, Output<String>> variable : new TreeMap<>(later).entrySet()) {
            all = Output.tuple(all, variable.getValue()).applyValue(both -> {
                Map<String, String> more = new HashMap<>(both.t1);
                more.put(variable.getKey(), both.t2);
                return more;
            });
        }
        return all;
    }

    /**
     * Declares a rule of EventBridge that calls a function; what cannot be delivered goes to a queue.
     *
     * @param name        Pulumi name of rule, permission and target
     * @param ruleArn     ARN of the rule, which ends with its physical name
     * @param args        the rule's schedule or pattern, and its description
     * @param function    the function
     * @param target      what the rule calls it
     * @param deadLetters ARN of that queue
     */
    public static void calledBy(String name, String ruleArn, EventRuleArgs.Builder args, Function function, String target,
            String deadLetters, CustomResourceOptions options) {
        EventRule made = new EventRule(name, args.name(ruleArn.substring(ruleArn.lastIndexOf('/') + 1)).build(), options);
        allowRule(name, function, ruleArn, options);
        new EventTarget(name, EventTargetArgs.builder()
                .rule(made.name())
                .targetId(target)
                .arn(function.arn())
                .deadLetterConfig(EventTargetDeadLetterConfigArgs.builder().arn(deadLetters).build())
                .build(), options);
    }

    /** Lets one rule of EventBridge call a function. */
    public static void allowRule(String name, Function function, String ruleArn, CustomResourceOptions options) {
        new Permission(name, PermissionArgs.builder()
                .statementId(name)
                .function(function.name())
                .action("lambda:InvokeFunction")
                .principal("events.amazonaws.com")
                .sourceArn(ruleArn)
                .build(), options);
    }
}
