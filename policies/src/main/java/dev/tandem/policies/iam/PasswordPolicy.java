package dev.tandem.policies.iam;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** The account's passwords are long and not used again; classes of characters and expiry as the CIS benchmark had them. */
public final class PasswordPolicy implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        atLeast(context, "minimumPasswordLength", 14, "passwords can be guessed");
        atLeast(context, "passwordReusePrevention", 24, "old passwords come back");
        context.attempt(() -> {
            Property age = context.get("maxPasswordAge");
            long days = age.integerOr(0);
            if (days <= 0 || days > 90) {
                Expect.report(context, age, "stolen passwords stay good", "1 to 90 days");
            }
        });
        for (String name : List.of("requireLowercaseCharacters", "requireUppercaseCharacters", "requireNumbers",
                "requireSymbols")) {
            context.attempt(() -> Expect.on(context, "passwords can be guessed", name));
        }
    }

    private static void atLeast(ResourceContext context, String name, long least, String wrong) {
        context.attempt(() -> {
            Property p = context.get(name);
            if (p.integerOr(0) < least) {
                Expect.report(context, p, wrong, least + " or more");
            }
        });
    }
}
