package dev.tandem.infra.config;

import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;

/** Reads which account a stack belongs to, and under which boundary its roles stand. */
final class AccountReader {

    private static final String EXAMPLE = "arn:aws:iam::111122223333:policy/tandem-boundary";

    private AccountReader() {}

    /**
     * Account and boundary.
     *
     * @param id          twelve digits
     * @param boundaryArn policy that every role carries
     * @param created     whether the stack makes that policy
     */
    record Account(String id, String boundaryArn, boolean created) {}

    /** Environment and region are {@code null} where they are unusable. A boundary of the stack's own needs the account. */
    static Account read(Section tandem, String environment, String region) {
        String account = null;
        if (tandem.has("accountId")) {
            account = tandem.text("accountId", Patterns.ACCOUNT, new Expected("the account, twelve digits as text", "\"111122223333\""));
            if (account == null) {
                return null;
            }
        }
        if (!tandem.has("permissionsBoundaryArn") && account != null) {
            return environment == null || region == null ? null : new Account(account, "arn:aws:iam::" + account + ":policy/"
                    + StackConfig.PROJECT + "-" + environment + "-boundary-" + region, true);
        }
        String boundary = tandem.text("permissionsBoundaryArn", Patterns.policy(account),
                account == null
                        ? new Expected("the ARN of an IAM policy; or tandem:accountId, and the stack makes a boundary", EXAMPLE)
                        : new Expected("the ARN of an IAM policy of account " + account + " (tandem:accountId)",
                                EXAMPLE.replace("111122223333", account)));
        return boundary == null ? null : new Account(boundary.split(":")[4], boundary, false);
    }
}
