package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Actions that need named resources, by what goes wrong otherwise. What is an escalation by itself is not repeated.
 * Source: AWS Service Authorization Reference (access level "Permissions management", and reads that return data or
 * credentials); compared 2026-11-22 with what cloudsplaining 0.9.1 counts as returning credentials.
 * {@code ecr:GetAuthorizationToken} is left out because it only works on every resource.
 */
final class SensitiveActions {

    static final Map<String, List<String>> BY_HARM = new LinkedHashMap<>();

    static {
        BY_HARM.put("exposes credentials", List.of(
                "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:GetFederationToken",
                "sts:GetSessionToken", "cognito-identity:GetCredentialsForIdentity", "cognito-identity:GetOpenIdToken",
                "codeartifact:GetAuthorizationToken", "chime:CreateApiKey", "codepipeline:PollForJobs",
                "connect:GetFederationToken", "gamelift:RequestUploadCredentials", "iam:CreateServiceSpecificCredential",
                "iam:ResetServiceSpecificCredential", "iam:UpdateAccessKey", "lightsail:GetInstanceAccessDetails",
                "lightsail:GetRelationalDatabaseMasterUserPassword", "rds-db:connect", "redshift:GetClusterCredentials",
                "sso:GetRoleCredentials", "mediapackage:RotateIngestEndpointCredentials", "ec2:GetPasswordData",
                "eks:AccessKubernetesApi", "airflow:CreateCliToken", "airflow:CreateWebLoginToken", "appsync:CreateApiKey",
                "cloud9:CreateEnvironmentToken", "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
                "connect:GetFederationTokens", "emr-containers:GetManagedEndpointSessionCredentials",
                "finspace-api:GetProgrammaticAccessCredentials", "gamelift:GetInstanceAccess",
                "gamelift:GetComputeAccess", "gamelift:GetComputeAuthToken", "grafana:CreateWorkspaceApiKey",
                "license-manager:GetAccessToken", "lightsail:DownloadDefaultKeyPair",
                "lightsail:CreateBucketAccessKey", "mediapackage:RotateChannelCredentials",
                "redshift:GetClusterCredentialsWithIAM", "redshift-serverless:GetCredentials"));
        BY_HARM.put("lets data out", List.of(
                "s3:GetObject", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath",
                "secretsmanager:GetSecretValue", "rds:CopyDBSnapshot", "rds:CreateDBSnapshot", "dynamodb:GetItem",
                "dynamodb:Scan", "dynamodb:Query", "dynamodb:ExportTableToPointInTime", "kms:Decrypt"));
        BY_HARM.put("manages permissions", List.of(
                "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutObjectAcl",
                "s3:PutBucketPublicAccessBlock", "s3:PutAccountPublicAccessBlock", "sqs:AddPermission",
                "sqs:RemovePermission", "sns:AddPermission", "sns:RemovePermission", "kms:CreateGrant", "kms:PutKeyPolicy",
                "lambda:AddPermission", "lambda:RemovePermission", "ecr:SetRepositoryPolicy",
                "ecr:DeleteRepositoryPolicy", "secretsmanager:PutResourcePolicy", "secretsmanager:DeleteResourcePolicy",
                "events:PutPermission", "events:RemovePermission", "iam:CreatePolicy", "iam:DeletePolicy",
                "iam:DetachRolePolicy", "iam:DeleteRolePolicy", "iam:PutRolePermissionsBoundary",
                "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:CreateRole",
                "ec2:ModifySnapshotAttribute", "ec2:ModifyVpcEndpointServicePermissions",
                "rds:AuthorizeDBSecurityGroupIngress", "backup:PutBackupVaultAccessPolicy",
                "logs:PutResourcePolicy", "elasticfilesystem:PutFileSystemPolicy", "glue:PutResourcePolicy",
                "ram:CreateResourceShare", "ram:AssociateResourceShare", "organizations:AttachPolicy"));
    }

    private SensitiveActions() {}

    /** An action that the pattern includes, with what goes wrong. */
    static Optional<Map.Entry<String, String>> in(String pattern) {
        for (Map.Entry<String, List<String>> harm : BY_HARM.entrySet()) {
            Optional<String> action = harm.getValue().stream().filter(a -> Patterns.matches(pattern, a)).findFirst();
            if (action.isPresent()) {
                return Optional.of(Map.entry(harm.getKey(), action.get()));
            }
        }
        return Optional.empty();
    }
}
