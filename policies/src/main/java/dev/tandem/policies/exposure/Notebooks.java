package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Notebooks and models of SageMaker stay inside: no root, an own network, metadata with a token, no way out. */
public final class Notebooks {

    private static final String NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching(NOTEBOOK, "whoever opens the notebook is root of its machine", "Disabled", "Disabled", "rootAccess"),
            named(NOTEBOOK, "the notebook is outside of every network of this account", "a private subnet", "subnetId"),
            matching(NOTEBOOK, "the machine's credentials can be had by a forged request", "2", "2",
                    "instanceMetadataServiceConfiguration[0].minimumInstanceMetadataServiceVersion"),
            on("aws:sagemaker/model:Model", "the model's containers may call the internet", "enableNetworkIsolation"),
            isolated("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition"),
            isolated("aws:sagemaker/modelBiasJobDefinition:ModelBiasJobDefinition"),
            isolated("aws:sagemaker/modelExplainabilityJobDefinition:ModelExplainabilityJobDefinition"),
            isolated("aws:sagemaker/modelQualityJobDefinition:ModelQualityJobDefinition"),
            on("aws:sagemaker/monitoringSchedule:MonitoringSchedule", "the job's containers may call the internet",
                    "monitoringScheduleConfig[0].monitoringJobDefinition.networkConfig.enableNetworkIsolation")
                    .whenSaid("monitoringScheduleConfig[0].monitoringJobDefinition"));

    private Notebooks() {}

    private static Demand isolated(String type) {
        return on(type, "the job's containers may call the internet", "networkConfig[0].enableNetworkIsolation");
    }
}
