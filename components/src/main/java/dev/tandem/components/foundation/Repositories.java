package dev.tandem.components.foundation;

import com.google.gson.Gson;
import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.RepositoryPolicy;
import com.pulumi.aws.ecr.RepositoryPolicyArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One ECR repository for each image: tags cannot be moved, pushes are scanned, layers are encrypted by the customer
 * key. Replication copies images only, none of these settings, so each region declares them itself.
 */
public final class Repositories extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:foundation:Repositories";

    private static final int KEEP_IMAGES = 30;
    private static final int KEEP_UNTAGGED_DAYS = 7;

    private final Map<String, Output<String>> urls = new LinkedHashMap<>();

    /**
     * Declares one repository for each entry: image to physical name.
     *
     * @param pusher    role of the deployment pipeline, if it is known: it may push and pull
     * @param functions ARN pattern of the functions that may run the images
     */
    public Repositories(
            String name, Map<String, String> repositories, Output<String> keyArn, Optional<String> pusher, String functions,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        repositories.forEach((image, physicalName) -> {
            Repository repository = new Repository(name + "-" + image, RepositoryArgs.builder()
                    .name(physicalName)
                    .imageTagMutability("IMMUTABLE")
                    .imageScanningConfiguration(
                            RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true).build())
                    .encryptionConfigurations(RepositoryEncryptionConfigurationArgs.builder()
                            .encryptionType("KMS").kmsKey(keyArn).build())
                    .build(), child);
            new LifecyclePolicy(name + "-" + image, LifecyclePolicyArgs.builder()
                    .repository(repository.name()).policy(lifecycle()).build(), child);
            pusher.ifPresent(role -> new RepositoryPolicy(name + "-" + image, RepositoryPolicyArgs.builder()
                    .repository(repository.name()).policy(policy(role, functions)).build(), child));
            urls.put(image, repository.repositoryUrl());
        });
        registerOutputs(Map.of());
    }

    /**
     * No deletion: a tag stays what it was, and old images go by the lifecycle. A repository without a policy gets Lambda's from
     * Lambda itself; one that has a policy must name it (Lambda developer guide, container images).
     */
    static String policy(String role, String functions) {
        Statement run = Statement.allow("RunInFunctions")
                .services("lambda.amazonaws.com")
                .actions("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                .when(Condition.arnLike("aws:SourceArn", functions))
                .build();
        Statement push = Statement.allow("Push")
                .awsPrincipals(role)
                .actions("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload",
                        "ecr:DescribeImageScanFindings", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer",
                        "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart")
                .build();
        return PolicyDocument.repository(push, run).toJson();
    }

    /** Sorted: the order of Map.of differs from run to run, and each would change the policy. */
    static String lifecycle() {
        return new Gson().toJson(new Lifecycle(List.of(
                new Rule(1, "Untagged images go after " + KEEP_UNTAGGED_DAYS + " days",
                        new TreeMap<>(Map.of("tagStatus", "untagged", "countType", "sinceImagePushed", "countUnit", "days",
                                "countNumber", KEEP_UNTAGGED_DAYS)), Map.of("type", "expire")),
                new Rule(2, "The last " + KEEP_IMAGES + " images stay",
                        new TreeMap<>(Map.of("tagStatus", "any", "countType", "imageCountMoreThan", "countNumber", KEEP_IMAGES)),
                        Map.of("type", "expire")))));
    }

    private record Lifecycle(List<Rule> rules) {}

    private record Rule(int rulePriority, String description, Map<String, Object> selection, Map<String, String> action) {}

    /** URL of each image's repository. */
    public Map<String, Output<String>> urls() {
        return urls;
    }
}
