package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.atLeast;
import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Pools of users ask for a second factor, for passwords of some length, and refuse sign-ins that look stolen. */
public final class UserPools {

    private static final String POOL = "aws:cognito/userPool:UserPool";
    private static final String PASSWORD = "passwordPolicy[0].minimumLength";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching(POOL, "a password alone lets anybody in", "ON|OPTIONAL", "ON or OPTIONAL", "mfaConfiguration"),
            atLeast(POOL, "passwords can be guessed", 8, 8, PASSWORD, "policies.passwordPolicy.minimumLength"),
            matching(POOL, "sign-ins with stolen passwords pass", "ENFORCED", "ENFORCED", "userPoolAddOns[0].advancedSecurityMode"),
            matching("aws:cognito/userPoolClient:UserPoolClient", "the answer tells who has an account", "ENABLED", "ENABLED",
                    "preventUserExistenceErrors"));

    private UserPools() {}
}
