package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.atLeast;
import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** Functions are in a network of the account, may take a share of its concurrency, and run signed code: three rules. */
public final class FunctionLimits {

    private static final String FUNCTION = "aws:lambda/function:Function";

    /** In a network. */
    public static final Demands IN_NETWORK = Demands.of(
            present(FUNCTION, "no security group and no flow log sees what the function calls", "subnetIds of private subnets",
                    "vpcConfig[0].subnetIds"));

    /** With a limit. */
    public static final Demands LIMITED = Demands.of(
            atLeast(FUNCTION, "one function can take all concurrency of the account", 0, -1, "reservedConcurrentExecutions"));

    /** From signed code; an image is signed in its repository. */
    public static final Demands SIGNED = Demands.of(
            named(FUNCTION, "whoever may upload code may run any", "the ARN of a code signing configuration", "codeSigningConfigArn")
                    .when("packageType", "|Zip"),
            matching("aws:lambda/codeSigningConfig:CodeSigningConfig", "unsigned code is only logged", "Enforce", "Enforce",
                    "policies[0].untrustedArtifactOnDeployment", "codeSigningPolicies.untrustedArtifactOnDeployment"));

    private FunctionLimits() {}
}
