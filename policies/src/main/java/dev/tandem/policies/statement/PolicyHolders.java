package dev.tandem.policies.statement;

import dev.tandem.policies.types.Blocks;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where resources keep policy documents. Types are canonical, see {@link dev.tandem.policies.types.AwsTypes}. */
public final class PolicyHolders {

    private static final Map<String, Map<String, PolicyKind>> WHERE = new LinkedHashMap<>();

    static {
        identity("aws:iam/policy:Policy", "policy", "policyDocument");
        identity("aws:iam/rolePolicy:RolePolicy", "policy", "policyDocument");
        identity("aws:iam/userPolicy:UserPolicy", "policy", "policyDocument");
        identity("aws:iam/groupPolicy:GroupPolicy", "policy", "policyDocument");
        identity("aws:iam/role:Role", "inlinePolicies[*].policy", "policies[*].policyDocument");
        identity("aws:iam/user:User", "policies[*].policyDocument");
        identity("aws:iam/group:Group", "policies[*].policyDocument");
        identity("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "inlinePolicy");
        // What a session of a file transfer may do, within its role.
        identity("aws:transfer/user:User", "policy");
        identity("aws:transfer/access:Access", "policy");
        put("aws:iam/role:Role", PolicyKind.TRUST, "assumeRolePolicy", "assumeRolePolicyDocument");
        for (String type : List.of(
                "apigateway/restApi:RestApi", "apigateway/restApiPolicy:RestApiPolicy",
                "backup/vaultPolicy:VaultPolicy", "cloudwatch/eventBusPolicy:EventBusPolicy",
                "codeartifact/domainPermissions:DomainPermissions",
                "codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
                "ecr/registryPolicy:RegistryPolicy", "ecr/repositoryPolicy:RepositoryPolicy",
                "ecrpublic/repositoryPolicy:RepositoryPolicy", "efs/fileSystemPolicy:FileSystemPolicy",
                "glue/resourcePolicy:ResourcePolicy", "iot/policy:Policy", "kms/key:Key", "kms/keyPolicy:KeyPolicy",
                "kms/externalKey:ExternalKey", "kms/replicaKey:ReplicaKey", "kms/replicaExternalKey:ReplicaExternalKey",
                "s3/accessPoint:AccessPoint", "s3/bucket:Bucket", "s3/bucketPolicy:BucketPolicy",
                "secretsmanager/secret:Secret", "secretsmanager/secretPolicy:SecretPolicy",
                "ses/identityPolicy:IdentityPolicy", "sns/topic:Topic", "sns/topicPolicy:TopicPolicy",
                "sqs/queue:Queue", "sqs/queuePolicy:QueuePolicy")) {
            put("aws:" + type, PolicyKind.RESOURCE, "policy", "policyDocument", "policyText", "keyPolicy",
                    "repositoryPolicyText", "resourcePolicy");
        }
        for (String type : List.of(
                "acmpca/policy:Policy", "cloudwatch/logResourcePolicy:LogResourcePolicy", "glacier/vaultLock:VaultLock",
                "mediastore/containerPolicy:ContainerPolicy", "msk/clusterPolicy:ClusterPolicy",
                "networkfirewall/resourcePolicy:ResourcePolicy", "redshift/resourcePolicy:ResourcePolicy",
                "redshiftserverless/resourcePolicy:ResourcePolicy", "codebuild/resourcePolicy:ResourcePolicy",
                "xray/resourcePolicy:ResourcePolicy", "oam/sinkPolicy:SinkPolicy",
                "s3control/accessPointPolicy:AccessPointPolicy", "s3control/bucketPolicy:BucketPolicy",
                "s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy",
                "s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
                "sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
                "s3tables/tableBucketPolicy:TableBucketPolicy", "s3tables/tablePolicy:TablePolicy",
                "schemas/registryPolicy:RegistryPolicy",
                "sesv2/emailIdentityPolicy:EmailIdentityPolicy", "vpclattice/authPolicy:AuthPolicy",
                "vpclattice/resourcePolicy:ResourcePolicy")) {
            put("aws:" + type, PolicyKind.RESOURCE, "policy", "policyDocument", "resourcePolicy");
        }
        put("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", PolicyKind.RESOURCE, "repositoryPolicy");
        put("aws:organizations/resourcePolicy:ResourcePolicy", PolicyKind.RESOURCE, "content");
        put("aws:cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy", PolicyKind.RESOURCE, "accessPolicy");
        put("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", PolicyKind.RESOURCE, "accessPolicy",
                "destinationPolicy");
        put("aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", PolicyKind.RESOURCE,
                "details[0].policy", "policy");
        put("aws:dynamodb/resourcePolicy:ResourcePolicy", PolicyKind.RESOURCE, "policy");
        put("aws:kinesis/resourcePolicy:ResourcePolicy", PolicyKind.RESOURCE, "policy");
        put("aws:glacier/vault:Vault", PolicyKind.RESOURCE, "accessPolicy");
        put("aws:elasticsearch/domain:Domain", PolicyKind.RESOURCE, "accessPolicies");
        put("aws:elasticsearch/domainPolicy:DomainPolicy", PolicyKind.RESOURCE, "accessPolicies");
        put("aws:opensearch/domain:Domain", PolicyKind.RESOURCE, "accessPolicies");
        put("aws:opensearch/domainPolicy:DomainPolicy", PolicyKind.RESOURCE, "accessPolicies");
    }

    private PolicyHolders() {}

    /** Types with at least one document of these kinds. */
    public static String[] types(PolicyKind... kinds) {
        Set<PolicyKind> wanted = Set.of(kinds);
        return WHERE.entrySet().stream()
                .filter(e -> e.getValue().values().stream().anyMatch(wanted::contains))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** The documents of one kind that a resource has; unknown ones included. */
    public static List<Property> documents(Resource resource, String canonicalType, PolicyKind kind) {
        List<Property> out = new ArrayList<>();
        WHERE.getOrDefault(canonicalType, Map.of()).forEach((path, k) -> {
            if (k == kind) {
                Blocks.all(resource.properties(), path).stream().filter(p -> !isEmpty(p)).forEach(out::add);
            }
        });
        return out;
    }

    private static boolean isEmpty(Property p) {
        return p.isMissing()
                || p.value().orElseThrow() instanceof dev.tandem.policy.model.Value.Text t && t.value().isBlank();
    }

    private static void identity(String type, String... paths) {
        put(type, PolicyKind.IDENTITY, paths);
    }

    private static void put(String type, PolicyKind kind, String... paths) {
        Map<String, PolicyKind> at = WHERE.computeIfAbsent(type, t -> new LinkedHashMap<>());
        for (String path : paths) {
            at.put(path, kind);
        }
    }
}
