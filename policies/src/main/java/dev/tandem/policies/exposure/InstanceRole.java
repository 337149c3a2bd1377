package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** An instance has a role, so that nobody has to put keys on it. */
public final class InstanceRole implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        if (!First.nothing(context.get("launchTemplate")) && First.nothing(context.get("iamInstanceProfile"))) {
            context.notApplicable("the launch template says which role");
            return;
        }
        Expect.named(context, "programs on it will be given keys instead", "the name of an instance profile",
                "iamInstanceProfile");
    }
}
