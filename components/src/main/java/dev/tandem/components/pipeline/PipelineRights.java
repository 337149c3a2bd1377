package dev.tandem.components.pipeline;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a pipeline may do: push images, and change what a release changes. Networks, roles, keys and tables are not a pipeline's:
 * a plan that changes them is deployed by their owner. Source of what can be limited to resources: AWS Service Authorization
 * Reference, read 2026-11. Pure.
 */
record PipelineRights(String project, String environment, String accountId, List<String> regions) {

    private String prefix() {
        return project + "-" + environment;
    }

    private List<String> arns(String service, String resource) {
        return regions.stream().map(region -> arn(service, region, resource)).toList();
    }

    private String arn(String service, String region, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }

    private Condition here() {
        return Condition.stringEquals("aws:RequestedRegion", regions.toArray(String[]::new));
    }

    /** Pushes into the primary region's registry, and sees whether the images are replicated. */
    List<Statement> push() {
        return List.of(
                Statement.allow("LogIn").actions("ecr:GetAuthorizationToken").anyResource().when(here()).build(),
                Statement.allow("Push")
                        .actions("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload",
                                "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart")
                        .resources(arn("ecr", regions.get(0), "repository/" + project + "/*"))
                        .build(),
                Statement.allow("SeeReplicas").actions("ecr:DescribeImages")
                        .resources(arns("ecr", "repository/" + project + "/*")).build());
    }

    /** Task definitions, ECS services, their registration and scaling; passes the services' roles to tasks and to nothing else. */
    List<Statement> release() {
        return List.of(
                Statement.allow("PassRoles").actions("iam:PassRole")
                        .resources("arn:aws:iam::" + accountId + ":role/" + prefix() + "-*")
                        .when(Condition.stringEquals("iam:PassedToService", "ecs-tasks.amazonaws.com")).build(),
                Statement.allow("Versions")
                        .actions("ecs:CreateService", "ecs:DeleteService", "ecs:DescribeServices", "ecs:TagResource", "ecs:UpdateService")
                        .resources(arns("ecs", "service/" + prefix() + "/*")).build(),
                Statement.allow("TaskDefinitions").actions("ecs:TagResource")
                        .resources(arns("ecs", "task-definition/" + prefix() + "-*:*")).build(),
                // None of them knows a resource; the region is the limit.
                Statement.allow("WithoutResource")
                        .actions("ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition",
                                "servicediscovery:GetOperation", "servicediscovery:ListTagsForResource", "servicediscovery:TagResource")
                        .anyResource().when(here()).build(),
                // ListInstances: the provider takes leftover instances away before it deletes a service.
                Statement.allow("Registrations")
                        .actions("servicediscovery:CreateService", "servicediscovery:DeleteService", "servicediscovery:GetService",
                                "servicediscovery:ListInstances", "servicediscovery:UpdateService")
                        .resources(arns("servicediscovery", "namespace/*")).resources(arns("servicediscovery", "service/*")).build(),
                Statement.allow("Scaling")
                        .actions("application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeregisterScalableTarget",
                                "application-autoscaling:ListTagsForResource", "application-autoscaling:PutScalingPolicy",
                                "application-autoscaling:RegisterScalableTarget", "application-autoscaling:TagResource")
                        .resources(arns("application-autoscaling", "scalable-target/*")).build(),
                // PutScalingPolicy makes target tracking's alarms with its caller's rights.
                Statement.allow("ScalingAlarms").actions("cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm")
                        .resources(arns("cloudwatch", "alarm:TargetTracking-*")).build(),
                Statement.allow("SeeScaling")
                        .actions("application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScalingPolicies")
                        .anyResource().when(here()).build());
    }

    /**
     * Services that ECS rolls out: their ECS service is changed by Cloud Control, which passes the role that moves requests, and ECS is
     * asked how far it is.
     */
    List<Statement> rollout() {
        String service = "/" + prefix() + "/*/*";
        return List.of(
                Statement.allow("PassRolloutRoles").actions("iam:PassRole")
                        .resources("arn:aws:iam::" + accountId + ":role/" + prefix() + "-*-rollout-*")
                        .when(Condition.stringEquals("iam:PassedToService", "ecs.amazonaws.com")).build(),
                // It knows no resource; what it does is asked of ECS with its caller's rights.
                Statement.allow("CloudControl")
                        .actions("cloudformation:CancelResourceRequest", "cloudformation:CreateResource", "cloudformation:DeleteResource",
                                "cloudformation:GetResource", "cloudformation:GetResourceRequestStatus", "cloudformation:UpdateResource")
                        .anyResource().when(here()).build(),
                Statement.allow("SeeDeployments").actions("ecs:ListServiceDeployments")
                        .resources(arns("ecs", "service/" + prefix() + "/*")).build(),
                Statement.allow("SeeDeployment").actions("ecs:DescribeServiceDeployments", "ecs:DescribeServiceRevisions")
                        .resources(arns("ecs", "service-deployment" + service)).resources(arns("ecs", "service-revision" + service)).build());
    }

    /** What {@code ./tandem canary}, {@code traffic}, {@code blue-green}, {@code rollback} and {@code status} call. */
    List<Statement> operate() {
        List<String> via = regions.stream().map(region -> "dynamodb." + region + ".amazonaws.com").toList();
        return List.of(
                Statement.allow("Routes")
                        .actions("dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
                                "dynamodb:Scan", "dynamodb:UpdateItem")
                        .resources(arns("dynamodb", "table/" + prefix() + "-routes")).build(),
                Statement.allow("RoutesKey").actions("kms:Decrypt").resources(arns("kms", "key/*"))
                        .when(Condition.anyStringEquals("kms:ResourceAliases", KeyAlias.data(project, environment)),
                                Condition.stringEquals("kms:ViaService", via.toArray(String[]::new))).build(),
                // Asked for by prefix, and for composite alarms, it is checked against every alarm of the region.
                Statement.allow("Gates").actions("cloudwatch:DescribeAlarms").anyResource().when(here()).build(),
                Statement.allow("Answers").actions("logs:FilterLogEvents")
                        .resources(arns("logs", "log-group:/" + project + "/" + environment + "/*")).build(),
                Statement.allow("AuditLines").actions("logs:CreateLogStream", "logs:PutLogEvents")
                        .resources(arns("logs", "log-group:/" + project + "/" + environment + "/operations*")).build());
    }

    /** Pulumi's states in a bucket. */
    static List<Statement> state(Optional<String> bucketArn, Optional<String> keyArn) {
        List<Statement> may = new ArrayList<>();
        bucketArn.ifPresent(bucket -> {
            may.add(Statement.allow("ListStates").actions("s3:ListBucket").resources(bucket).build());
            may.add(Statement.allow("States").actions("s3:DeleteObject", "s3:GetObject", "s3:PutObject").resources(bucket + "/*").build());
        });
        keyArn.ifPresent(key -> may.add(Statement.allow("StatesKey")
                .actions("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey").resources(key).build()));
        return may;
    }
}
