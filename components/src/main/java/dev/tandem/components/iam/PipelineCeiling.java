package dev.tandem.components.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a permissions boundary that lets roles of pipelines push images and release services. Who may use it is told by the
 * role's name, {@code PROJECT-pipeline-…}; all others under the same boundary get nothing by it. Pure.
 */
public final class PipelineCeiling {

    private PipelineCeiling() {}

    /**
     * A boundary with it. Identities stay denied, but for passing the project's roles to tasks.
     *
     * @param boundary       as {@link PermissionsBoundary} makes it
     * @param project        first part of physical names
     * @param accountId      twelve digits
     * @param regions        regions that roles may act in
     * @param stateBucketArn bucket of Pulumi's states
     */
    public static PolicyDocument on(
            PolicyDocument boundary, String project, String accountId, List<String> regions, Optional<String> stateBucketArn) {
        String roles = "arn:aws:iam::" + accountId + ":role/" + project + "-pipeline-*";
        Condition pipeline = Condition.arnLike("aws:PrincipalArn", roles);
        List<Statement> all = new ArrayList<>(boundary.statements().stream()
                .filter(statement -> !statement.sid().equals(PermissionsBoundary.KEEP_IDENTITIES)).toList());
        List<String> mine = new ArrayList<>();
        for (String region : regions) {
            String arn = ":" + region + ":" + accountId + ":";
            mine.addAll(List.of("arn:aws:ecr" + arn + "repository/" + project + "/*", "arn:aws:ecs" + arn + "*/" + project + "-*",
                    "arn:aws:servicediscovery" + arn + "*/*", "arn:aws:application-autoscaling" + arn + "scalable-target/*",
                    "arn:aws:logs" + arn + "log-group:/" + project + "/*", "arn:aws:cloudwatch" + arn + "alarm:TargetTracking-*"));
        }
        all.add(Statement.allow("PipelineReleases")
                .actions("application-autoscaling:*", "cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm", "ecr:*LayerUpload",
                        "ecr:DescribeImages", "ecr:PutImage", "ecr:UploadLayerPart", "ecs:CreateService", "ecs:DeleteService",
                        "ecs:TagResource", "logs:FilterLogEvents", "servicediscovery:*")
                .resources(mine).when(pipeline).build());
        // None of them knows a resource; the region is the limit.
        all.add(Statement.allow("PipelineLooks")
                .actions("application-autoscaling:Describe*", "cloudwatch:DescribeAlarms", "ecs:*TaskDefinition",
                        "servicediscovery:GetOperation", "servicediscovery:List*", "servicediscovery:TagResource")
                .anyResource()
                .when(pipeline, Condition.stringEquals("aws:RequestedRegion", regions.toArray(String[]::new))).build());
        stateBucketArn.ifPresent(bucket -> all.add(Statement.allow("PipelineStates")
                .actions("s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject").resources(bucket, bucket + "/*")
                .when(pipeline).build()));
        all.add(Statement.allow("PipelinePassesRoles").actions("iam:PassRole")
                .resources("arn:aws:iam::" + accountId + ":role/" + project + "-*")
                .when(pipeline, Condition.stringEquals("iam:PassedToService", "ecs-tasks.amazonaws.com")).build());
        all.add(Statement.deny(PermissionsBoundary.KEEP_IDENTITIES).actions("account:*", "iam:*", "organizations:*").anyResource()
                .when(new Condition("ArnNotLike", "aws:PrincipalArn", List.of(roles))).build());
        all.add(Statement.deny("KeepAccount").actions("account:*", "organizations:*").anyResource().build());
        return PolicyDocument.identity(all.toArray(Statement[]::new));
    }
}
