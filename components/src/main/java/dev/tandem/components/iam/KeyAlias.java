package dev.tandem.components.iam;

import java.util.List;

/**
 * The alias of a region's customer key for data, and the right to use that key.
 *
 * <p>A key's ARN is unknown until the key exists, so a policy that names it is unknown in every preview, when it could still
 * be refused. An alias is a name we choose: the statement below covers keys of this account and region <em>that carry the
 * alias</em>, and only through the AWS services named. Whoever may change aliases can therefore change what it covers; the
 * permissions boundary must not let roles do so.
 */
public final class KeyAlias {

    private KeyAlias() {}

    /** Alias of the data key of an environment, the same in every region: {@code alias/PROJECT-ENVIRONMENT}. */
    public static String data(String project, String environment) {
        return "alias/" + project + "-" + environment;
    }

    /** The alias as an ARN, for the places that take a key of another region. */
    public static String dataArn(String project, String environment, String region, String accountId) {
        return "arn:aws:kms:" + region + ":" + accountId + ":" + data(project, environment);
    }

    /**
     * Use of the data key through AWS services.
     *
     * @param project     first part of physical names
     * @param environment second part of them
     * @param services    services whose requests to KMS are allowed, such as {@code dynamodb}
     * @param actions     such as {@code kms:Decrypt}
     */
    public static Statement use(
            String project, String environment, String region, String accountId, List<String> services,
            String... actions) {
        String[] via = services.stream()
                .map(service -> service + "." + region + ".amazonaws.com")
                .toArray(String[]::new);
        return Statement.allow("UseDataKey")
                .actions(actions)
                .resources("arn:aws:kms:" + region + ":" + accountId + ":key/*")
                .when(
                        Condition.anyStringEquals("kms:ResourceAliases", data(project, environment)),
                        Condition.stringEquals("kms:ViaService", via))
                .build();
    }
}
