package dev.tandem.components.service;

import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.mesh.IdentityNames;

/**
 * Every physical name and ARN of a service, from names that are known while the program runs. So policy documents are known
 * in a preview, where they can still be refused.
 *
 * @param service     service name
 * @param project     first part of physical names, such as {@code tandem}
 * @param environment second part of them, such as {@code prod}
 * @param region      AWS region
 * @param accountId   AWS account, twelve digits
 */
public record ServiceNames(String service, String project, String environment, String region, String accountId) {

    private static final int MAX_TARGET_GROUP = 32;

    /** @throws IllegalArgumentException when the names together are too long for a target group */
    public ServiceNames {
        String targetGroup = environment + "-" + service + "-stable";
        if (targetGroup.length() > MAX_TARGET_GROUP) {
            throw new IllegalArgumentException("service " + service + ": the target group's name \"" + targetGroup
                    + "\" has " + targetGroup.length() + " characters, AWS takes " + MAX_TARGET_GROUP
                    + ": shorten the environment's or the service's name");
        }
    }

    /** Names of a service on a foundation. */
    public static ServiceNames of(String service, FoundationRef foundation) {
        return new ServiceNames(
                service, foundation.project(), foundation.environment(), foundation.region(), foundation.accountId());
    }

    /** Names of the mesh's identities in the same environment and region. */
    IdentityNames identities() {
        return new IdentityNames(project, environment, region, accountId);
    }

    /** The version that serves, in {@code svc.local} and in ECS. */
    public String stable() {
        return service + "-stable";
    }

    /** A second version that is tried out beside it, named likewise. */
    public String canary() {
        return service + "-canary";
    }

    /** {@code PROJECT-ENVIRONMENT-SERVICE}: table, queue, task family, security group. */
    public String base() {
        return project + "-" + environment + "-" + service;
    }

    /** Target group of the stable version. */
    public String targetGroup() {
        return environment + "-" + stable();
    }

    /** Target group of the version that ECS brings beside it. */
    public String greenTargetGroup() {
        return environment + "-" + service + "-green";
    }

    /** Log group of all the task's containers. */
    public String logGroup() {
        return "/" + project + "/" + environment + "/" + service;
    }

    /** Secret, and its replica in the other region. */
    public String secret() {
        return project + "/" + environment + "/" + service;
    }

    /** Parameter with the keys that a service signs tokens with: a SecureString that it alone reads. */
    public static String signingKeys(String project, String environment, String service) {
        return "/" + project + "/" + environment + "/" + service + "/signing-keys";
    }

    /** Parameter with the public parts of those keys (JWKS), a plain String. */
    public static String publicKeys(String project, String environment, String service) {
        return "/" + project + "/" + environment + "/" + service + "/jwks";
    }

    /** Dead-letter queue. */
    public String deadLetterQueue() {
        return base() + "-dead-letters";
    }

    /** A role; IAM is global, so the region is part of it. */
    public String role(String kind) {
        return base() + "-" + kind + "-" + region;
    }

    /** An ARN of this account and region. */
    public String arn(String awsService, String resource) {
        return "arn:aws:" + awsService + ":" + region + ":" + accountId + ":" + resource;
    }

    /** URL of a queue. */
    public String queueUrl(String queue) {
        return "https://sqs." + region + ".amazonaws.com/" + accountId + "/" + queue;
    }
}
