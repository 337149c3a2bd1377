package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Containers of a learning job speak TLS to one another. */
public final class Training {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            hidden("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition"),
            hidden("aws:sagemaker/modelBiasJobDefinition:ModelBiasJobDefinition"),
            hidden("aws:sagemaker/modelExplainabilityJobDefinition:ModelExplainabilityJobDefinition"),
            hidden("aws:sagemaker/modelQualityJobDefinition:ModelQualityJobDefinition"));

    private Training() {}

    private static Demand hidden(String type) {
        return on(type, "containers of the job talk in plain text", "networkConfig[0].enableInterContainerTrafficEncryption");
    }
}
