package dev.tandem.components.functions;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.BoundedRole;
import dev.tandem.components.iam.RolePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What is there before a function: its role, with all that it may do, and its log group.
 *
 * @param options of the function, which waits for both
 */
record FunctionGround(BoundedRole role, LogGroup logs, CustomResourceOptions options) {

    static FunctionGround create(
            String name, FoundationRef own, RolePlan plan, String logGroup, int logDays, CustomResourceOptions options) {
        BoundedRole role = BoundedRole.create(name, plan, options);
        LogGroup logs = new LogGroup(name, LogGroupArgs.builder()
                .name(logGroup)
                .kmsKeyId(own.logsKmsKeyArn())
                .retentionInDays(logDays)
                .build(), options);
        List<Resource> ready = new ArrayList<>(role.policies());
        ready.add(logs);
        return new FunctionGround(role, logs, CustomResourceOptions.merge(
                options, CustomResourceOptions.builder().dependsOn(ready).build()));
    }
}
