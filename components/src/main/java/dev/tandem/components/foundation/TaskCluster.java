package dev.tandem.components.foundation;

import com.pulumi.aws.ecs.Cluster;
import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.ClusterCapacityProviders;
import com.pulumi.aws.ecs.ClusterCapacityProvidersArgs;
import com.pulumi.aws.ecs.inputs.ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationExecuteCommandConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ClusterSettingArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** ECS cluster for Fargate and Fargate Spot. Debug sessions, where a service allows them, are logged encrypted. */
public final class TaskCluster extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:foundation:TaskCluster";

    private final Cluster cluster;
    private final ClusterCapacityProviders providers;

    /**
     * Declares the cluster.
     *
     * @param execLogGroup log group of debug sessions
     * @param keyArn       customer key of their data channel
     */
    public TaskCluster(String name, String physicalName, Output<String> execLogGroup, Output<String> keyArn,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        this.cluster = new Cluster(name, ClusterArgs.builder()
                .name(physicalName)
                // Off: its metrics cost several EUR a month for each task; the mesh reports its own.
                .settings(ClusterSettingArgs.builder().name("containerInsights").value("disabled").build())
                .configuration(ClusterConfigurationArgs.builder()
                        .executeCommandConfiguration(ClusterConfigurationExecuteCommandConfigurationArgs.builder()
                                .kmsKeyId(keyArn)
                                .logging("OVERRIDE")
                                .logConfiguration(
                                        ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs.builder()
                                                .cloudWatchEncryptionEnabled(true)
                                                .cloudWatchLogGroupName(execLogGroup)
                                                .build())
                                .build())
                        .build())
                .build(), child);
        this.providers = new ClusterCapacityProviders(name, ClusterCapacityProvidersArgs.builder()
                .clusterName(cluster.name())
                .capacityProviders("FARGATE", "FARGATE_SPOT")
                .defaultCapacityProviderStrategies(ClusterCapacityProvidersDefaultCapacityProviderStrategyArgs.builder()
                        .capacityProvider("FARGATE").base(1).weight(1).build())
                .build(), child);
        registerOutputs(Map.of("clusterArn", cluster.arn()));
    }

    /** ARN of the cluster, once it has its capacity providers: a service that names one must wait for them. */
    public Output<String> arn() {
        return Output.all(cluster.arn(), providers.id()).applyValue(both -> both.get(0));
    }

    /** Name of the cluster, once it has its capacity providers. */
    public Output<String> clusterName() {
        return providers.clusterName();
    }
}
