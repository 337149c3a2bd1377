package dev.tandem.components.failover.machine;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.ScalingRights;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.logs.VendedLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the machines may do, all of it in the survivor. Pure. */
public final class MachineRole {

    private MachineRole() {}

    /** One role for both machines: a failback that is taken back does what a takeover does. */
    public static RolePlan of(PairNames names, List<PairedService> services, String boundaryArn) {
        String region = names.survivor();
        List<Statement> may = new ArrayList<>(PairFunctions.epochs(names, region, services, "dynamodb:UpdateItem"));
        may.add(Statement.allow("UseControlTable")
                .actions("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                .resources(names.arn("dynamodb", region, "table/" + names.controlTable()))
                .build());
        may.addAll(ScalingRights.of(region, names.accountId(), services.stream()
                .map(service -> names.arn("ecs", region, "service/" + names.prefix() + "/" + service.ecsService()))
                .toList()));
        // Knows no resource; the namespace is the limit.
        may.add(Statement.allow("RaiseFlag")
                .actions("cloudwatch:PutMetricData")
                .anyResource()
                .when(Condition.stringEquals("cloudwatch:namespace", "Tandem/Failover"))
                .build());
        may.add(Statement.allow("CallFunctions")
                .actions("lambda:InvokeFunction")
                .resources(List.of("fence", "observe", "weights").stream()
                        .map(use -> names.arn("lambda", region, "function:" + names.function(use)))
                        .toList())
                .build());
        may.add(Statement.allow("Tell").actions("sns:Publish").resources(names.alarmTopicArn()).build());
        may.add(VendedLogs.deliver(region));
        may.add(KeyAlias.use(names.project(), names.environment(), region, names.accountId(), List.of("dynamodb", "sns", "states"),
                "kms:Decrypt", "kms:GenerateDataKey"));
        PolicyDocument trust = PolicyDocument.trustService(
                "states.amazonaws.com", names.accountId(), names.arn("states", region, "stateMachine:" + names.prefix() + "-*"));
        return new RolePlan(names.prefix() + "-machines-" + region, "Takeover and failback: epoch, capacity, flag, messages",
                trust, Map.of("move", PolicyDocument.identity(may.toArray(Statement[]::new))), boundaryArn, Map.of());
    }
}
