package dev.tandem.components.mesh;

/**
 * Every name that belongs to identities, known while the program runs, so that policies are known in a preview. The issuer and
 * the agent use the same parameter names; the golden files hold both to that.
 *
 * @param project     first part of physical names, such as {@code tandem}
 * @param environment second part of them, such as {@code prod}
 * @param region      AWS region
 * @param accountId   AWS account, twelve digits
 */
public record IdentityNames(String project, String environment, String region, String accountId) {

    /** The issuer's function. */
    public String function() {
        return project + "-" + environment + "-mesh-issuer";
    }

    /** The issuer's role; IAM is global, so the region is part of it. */
    public String role() {
        return function() + "-" + region;
    }

    /** ARN of that role. */
    public String roleArn() {
        return "arn:aws:iam::" + accountId + ":role/" + role();
    }

    /** Log group of the issuer: audit records, and the age metric. */
    public String logGroup() {
        return "/" + project + "/" + environment + "/mesh-issuer";
    }

    /** ARN of the queue for events of the schedule that did not reach the issuer. */
    public String undeliveredArn() {
        return "arn:aws:sqs:" + region + ":" + accountId + ":" + function() + "-undelivered";
    }

    /** ARN of the schedule's rule. */
    public String ruleArn() {
        return "arn:aws:events:" + region + ":" + accountId + ":rule/" + function();
    }

    /** Alias of a CA's key. */
    public String caAlias(String key) {
        return "alias/" + project + "-" + environment + "-mesh-ca-" + key;
    }

    /** ARN of a service's certificate and key. */
    public String svidArn(String service) {
        return parameterArn(region, "identity/" + service);
    }

    /** ARN of the trust bundle. */
    public String bundleArn() {
        return parameterArn(region, "bundle");
    }

    /** ARN of the parameters below which the CAs of a region are. */
    public String authoritiesArn(String inRegion) {
        return parameterArn(inRegion, "ca");
    }

    private String parameterArn(String inRegion, String path) {
        return "arn:aws:ssm:" + inRegion + ":" + accountId + ":parameter/" + project + "/" + environment + "/mesh/" + path;
    }
}
