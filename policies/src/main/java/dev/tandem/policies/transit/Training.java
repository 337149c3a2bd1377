package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Containers of a learning job speak TLS to one another. */
public final class Training {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", "containers of the job talk in plain text",
                    "networkConfig[0].enableInterContainerTrafficEncryption"));

    private Training() {}
}
