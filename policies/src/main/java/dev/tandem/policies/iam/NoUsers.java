package dev.tandem.policies.iam;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** People come through single sign-on, programs through roles: there are no IAM users, and no passwords of theirs. */
public final class NoUsers implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {"aws:iam/user:User", "aws:iam/userLoginProfile:UserLoginProfile"};

    @Override
    public void check(ResourceContext context) {
        List<String> allowed = Settings.texts(context, "allowedUsers").orElse(List.of());
        if (!allowed.isEmpty() && allowed.contains(
                First.of(context.resource(), "name", "userName", "user").stringOr(""))) {
            return;
        }
        if (AwsTypes.canonical(context.resource().type()).equals(TYPES[1]) || !First.nothing(context.get("loginProfile"))) {
            context.violation(context.get("user"), "password", "gives an IAM user a password for the console, expected IAM"
                    + " Identity Center, with its second factor");
        } else {
            context.violation("found an IAM user, expected IAM Identity Center for people and a role for programs");
        }
    }
}
