package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.atLeast;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** Distributions have another origin to turn to, and endpoints of models another machine. */
public final class OriginFailover {

    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present(DISTRIBUTION, "when the origin fails, so does the distribution", "an origin group with a second origin",
                    "originGroups", "distributionConfig.originGroups"),
            atLeast("aws:sagemaker/endpointConfiguration:EndpointConfiguration", "the loss of one machine stops the endpoint", 2, 1,
                    "initialInstanceCount").inEach("productionVariants").unlessSaid("serverlessConfig"));

    private OriginFailover() {}
}
