package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import java.util.Collection;
import java.util.List;

/**
 * Sets of actions that, allowed together on every resource, let a principal give itself more rights.
 * Source: Rhino Security Labs, "AWS IAM Privilege Escalation - Methods and Mitigation", and Bishop Fox, "IAM
 * Vulnerable"; compared 2026-11-22 with the methods that cloudsplaining 0.9.1 counts; kept as a list so that a change
 * shows in review.
 */
final class Escalations {

    static final List<List<String>> COMBINATIONS = List.of(
            List.of("iam:CreatePolicyVersion"), List.of("iam:SetDefaultPolicyVersion"),
            List.of("iam:AttachUserPolicy"), List.of("iam:AttachGroupPolicy"), List.of("iam:AttachRolePolicy"),
            List.of("iam:PutUserPolicy"), List.of("iam:PutGroupPolicy"), List.of("iam:PutRolePolicy"),
            List.of("iam:AddUserToGroup"), List.of("iam:UpdateAssumeRolePolicy"),
            List.of("iam:CreateAccessKey"), List.of("iam:CreateLoginProfile"), List.of("iam:UpdateLoginProfile"),
            List.of("lambda:UpdateFunctionCode"), List.of("glue:UpdateDevEndpoint"),
            List.of("iam:PassRole", "ec2:RunInstances"),
            List.of("iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"),
            List.of("iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
            List.of("iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"),
            List.of("iam:PassRole", "cloudformation:CreateStack"), List.of("iam:PassRole", "codestar:CreateProject"),
            List.of("iam:PassRole", "datapipeline:CreatePipeline"),
            List.of("iam:PassRole", "glue:CreateDevEndpoint"), List.of("iam:PassRole", "glue:CreateJob"),
            List.of("iam:PassRole", "sagemaker:CreateNotebookInstance"),
            List.of("iam:PassRole", "sagemaker:CreateProcessingJob"),
            List.of("iam:PassRole", "sagemaker:CreateTrainingJob"),
            List.of("iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"),
            List.of("iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"),
            List.of("iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"),
            List.of("iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"),
            List.of("iam:PassRole", "ec2:RequestSpotInstances"), List.of("iam:PassRole", "apprunner:CreateService"),
            List.of("iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"),
            List.of("iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"),
            List.of("iam:PassRole", "cloudformation:UpdateStackSet"),
            List.of("iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"),
            List.of("iam:PassRole", "glue:UpdateJob", "glue:CreateTrigger"),
            List.of("cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"),
            List.of("ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"),
            List.of("ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"),
            List.of("ecs:ExecuteCommand", "ecs:DescribeTasks"),
            List.of("ec2-instance-connect:SendSSHPublicKey", "ec2:DescribeInstances"),
            List.of("sagemaker:CreatePresignedNotebookInstanceUrl"));

    private Escalations() {}

    /** The combinations that these action patterns make possible. */
    static List<List<String>> in(Collection<String> patterns) {
        return COMBINATIONS.stream()
                .filter(set -> set.stream().allMatch(action -> patterns.stream().anyMatch(p -> Patterns.matches(p, action))))
                .toList();
    }

    /** Whether a single action is already an escalation. */
    static boolean alone(String action) {
        return COMBINATIONS.contains(List.of(action));
    }
}
