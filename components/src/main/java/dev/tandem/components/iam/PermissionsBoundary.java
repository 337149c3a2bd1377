package dev.tandem.components.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The permissions boundary that Tandem's roles are written for: the most that any of them may ever do, whatever is attached to
 * it. An account that has a boundary of its own adopts that one, if it allows as much.
 *
 * <p>It names resources by the project's prefix and the pair's regions, refuses every change of identities, and refuses to
 * move key aliases, since rights to use keys follow the alias ({@link KeyAlias}). Patterns of actions are short for all that
 * match them: with the pipeline's part the document is close to the 6,144 characters that IAM takes.
 */
public final class PermissionsBoundary {

    static final String KEEP_IDENTITIES = "KeepIdentities";

    private PermissionsBoundary() {}

    /**
     * The policy document.
     *
     * @param project   first part of physical names
     * @param accountId twelve digits
     * @param regions   regions that roles may act in
     * @param topics    ARNs of adopted alarms topics, to which machines and functions publish
     */
    public static PolicyDocument of(String project, String accountId, List<String> regions, String... topics) {
        return of(project, accountId, regions, false, topics);
    }

    /**
     * The policy document.
     *
     * @param project   first part of physical names
     * @param accountId twelve digits
     * @param regions   regions that roles may act in
     * @param rollouts  whether roles of ECS may move requests between target groups
     * @param topics    ARNs of adopted alarms topics, to which machines and functions publish
     */
    public static PolicyDocument of(
            String project, String accountId, List<String> regions, boolean rollouts, String... topics) {
        Resources arns = new Resources(accountId, List.copyOf(new TreeSet<>(regions)));
        String[] here = arns.regions().toArray(String[]::new);
        List<Statement> all = new ArrayList<>(List.of(
                Statement.allow("Data")
                        .actions("dynamodb:*", "secretsmanager:GetSecretValue", "sns:Publish", "sqs:*", "ssm:GetParameter",
                                "ssm:GetParameters", "ssm:PutParameter")
                        .resources(arns.of("dynamodb", "table/" + project + "-*"))
                        .resources(arns.of("secretsmanager", "secret:" + project + "/*"))
                        .resources(arns.of("sns", project + "-*"))
                        .resources(List.of(topics))
                        .resources(arns.of("sqs", project + "-*"))
                        .resources(arns.of("ssm", "parameter/aws/reference/secretsmanager/" + project + "/*"))
                        .resources(arns.of("ssm", "parameter/" + project + "/*"))
                        .build(),
                Statement.allow("Keys")
                        .actions("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GetPublicKey",
                                "kms:Sign")
                        .resources(arns.of("kms", "key/*"))
                        .build(),
                Statement.allow("Logs")
                        .actions("logs:CreateLogStream", "logs:PutLogEvents")
                        .resources(arns.of("logs", "log-group:/" + project + "/*"))
                        .resources(arns.of("logs", "log-group:/aws/lambda/" + project + "-*"))
                        .build(),
                Statement.allow("Images")
                        .actions("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                        .resources(arns.of("ecr", "repository/" + project + "/*"))
                        .build(),
                Statement.allow("Machinery")
                        .actions("application-autoscaling:RegisterScalableTarget", "cloudwatch:DescribeAlarms", "ecs:Describe*",
                                "ecs:ListTasks", "ecs:UpdateService", "events:PutEvents", "lambda:InvokeFunction",
                                "states:SendTask*", "states:StartExecution")
                        .resources(arns.of("application-autoscaling", "scalable-target/*"))
                        .resources(arns.of("cloudwatch", "alarm:*"))
                        .resources(arns.of("ecs", "*/" + project + "-*"))
                        .resources(arns.of("events", "event-bus/" + project + "-*"))
                        .resources(arns.of("lambda", "function:" + project + "-*"))
                        .resources(arns.of("states", "stateMachine:" + project + "-*"))
                        .build(),
                // The region is the limit; most know no resource.
                Statement.allow("WithoutResource")
                        .actions("cloudwatch:PutMetricData", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
                                "ecr:GetAuthorizationToken", "ecs:ListServices", "logs:*LogDeliver*", "logs:DescribeLogGroups",
                                "logs:DescribeResourcePolicies", "servicediscovery:List*",
                                "servicequotas:GetServiceQuota", "ssm:GetServiceSetting", "xray:PutTraceSegments")
                        .anyResource()
                        .when(Condition.stringEquals("aws:RequestedRegion", here))
                        .build(),
                Statement.allow("Names")
                        .actions("route53:ChangeResourceRecordSets", "route53:GetHostedZoneLimit")
                        .resources("arn:aws:route53:::hostedzone/*")
                        .build(),
                Statement.deny("KeepAliases")
                        .actions("kms:*Alias")
                        .anyResource()
                        .build(),
                Statement.deny(KEEP_IDENTITIES)
                        .actions("account:*", "iam:*", "organizations:*")
                        .anyResource()
                        .build()));
        if (rollouts) {
            all.addAll(MoveRequests.limit(arns.of("elasticloadbalancing", "*/app/" + project + "-*"),
                    arns.of("elasticloadbalancing", "targetgroup/*"), here));
        }
        return PolicyDocument.identity(all.toArray(Statement[]::new));
    }

    private record Resources(String accountId, List<String> regions) {
        List<String> of(String service, String resource) {
            List<String> arns = new ArrayList<>();
            regions.forEach(region -> arns.add("arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource));
            return arns;
        }
    }
}
