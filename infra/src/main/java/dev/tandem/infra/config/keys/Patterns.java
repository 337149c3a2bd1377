package dev.tandem.infra.config.keys;

/**
 * What single values look like, for the program that reads them and for the schema that editors check by. Regular expressions,
 * ECMA 262 and Java alike, of a whole value. A region or account that is {@code null} is not known: any will do.
 */
public final class Patterns {

    public static final String ACCOUNT = "\\d{12}";
    /** None named "pipeline": its roles, tandem-pipeline-…, would have the rights of pipelines. */
    public static final String ENVIRONMENT = "(?!pipeline$)[a-z][a-z0-9]{1,11}";
    public static final String DOMAIN = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}";
    public static final String COST_OWNER = "[\\w .@-]{1,64}";
    public static final String MAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";
    public static final String STACK = "[A-Za-z0-9._-]{1,100}";

    /** One label of the public name, or nothing. */
    public static final String HOST = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)?";

    public static final String CHECK_PATH = "/[A-Za-z0-9/._~-]{0,254}";
    public static final String TRUST_DOMAIN = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";
    public static final String CA_KEY = "[a-z0-9]{1,12}";

    public static final String SERVICE = "[a-z][a-z0-9-]{0,14}[a-z0-9]";
    public static final String TEAM = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}";
    public static final String HEALTH_PATH = "/[A-Za-z0-9/._~-]{0,255}";
    public static final String EVENT_TYPE = "[A-Za-z][A-Za-z0-9._-]{0,63}";
    public static final String SAGA = "[a-z][a-z0-9-]{0,22}[a-z0-9]";
    public static final String ROTATION_FUNCTION = function(null, null);

    public static final String VPC = "vpc-[0-9a-f]+";
    public static final String SUBNET = "subnet-[0-9a-f]+";
    public static final String ROUTE_TABLE = "rtb-[0-9a-f]+";
    public static final String SECURITY_GROUP = "sg-[0-9a-f]+";
    public static final String PREFIX_LIST = "pl-[0-9a-f]+";
    public static final String HOSTED_ZONE = "Z[A-Z0-9]{6,31}";
    public static final String BUDGET = "[^:\\\\]{1,100}";
    public static final String DASHBOARD = "[\\w-]{1,255}";

    /** A namespace of CloudWatch, none of AWS's own. */
    public static final String NAMESPACE = "(?!AWS/)[A-Za-z0-9._/#-]{1,255}";

    public static final String ISSUER = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}";
    public static final String GITHUB_REPOSITORY = "[\\w.-]+/[\\w.-]+";
    public static final String GITLAB_PROJECT = "[\\w.-]+(/[\\w.-]+)+";
    public static final String BRANCH = "[\\w./-]{1,100}";
    public static final String BUILD_ENVIRONMENT = "(?!push$)[a-z][a-z0-9-]{1,30}";
    public static final String BUCKET = "arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

    private Patterns() {}

    /** ARN of an OpenID Connect provider. */
    public static String oidcProvider(String account) {
        return arn("iam", "", account, "oidc-provider/[a-z0-9.-]+");
    }

    /** ARN of a KMS key, whose region may be any. */
    public static String key(String account) {
        return arn("kms", null, account, "key/[\\w-]+");
    }

    /** ARN of an IAM policy. */
    public static String policy(String account) {
        return arn("iam", "", account, "policy/[\\w+=,.@/-]+");
    }

    /** ARN of an IAM role. */
    public static String role(String account) {
        return arn("iam", "", account, "role/[\\w+=,.@/-]+");
    }

    /** ARN of a certificate of ACM. */
    public static String certificate(String region, String account) {
        return arn("acm", region, account, "certificate/[0-9a-f-]{36}");
    }

    /** ARN of a private CA of ACM. */
    public static String privateCa(String region) {
        return arn("acm-pca", region, null, "certificate-authority/[0-9a-f-]{36}");
    }

    /** ARN of a secret. */
    public static String secret(String region, String account) {
        return arn("secretsmanager", region, account, "secret:[\\w/+=.@-]+");
    }

    /** ARN of a Lambda function. */
    public static String function(String region, String account) {
        return arn("lambda", region, account, "function:[\\w:-]+");
    }

    /** ARN of an SNS topic. */
    public static String topic(String region, String account) {
        return arn("sns", region, account, "[\\w-]+");
    }

    /** ARN of a trail, whose home may be any region. */
    public static String trail(String account) {
        return arn("cloudtrail", null, account, "trail/[\\w.-]+");
    }

    private static String arn(String service, String region, String account, String resource) {
        return "arn:aws:" + service + ":" + (region == null ? "[a-z0-9-]+" : region) + ":"
                + (account == null ? ACCOUNT : account) + ":" + resource;
    }
}
