package dev.tandem.dev;

import java.util.List;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Stands in for what ECS says of a cluster: a service for each version, with one running task. The operator's commands count them. */
final class LocalCluster {

    private LocalCluster() {}

    /** Tells the simulator of these tasks. */
    static void of(Simulator aws, List<Task> tasks) {
        try (EcsClient ecs = aws.client(EcsClient.builder())) {
            ecs.createCluster(create -> create.clusterName(CloudResources.BASE));
            for (Task task : tasks) {
                String name = task.service().name() + "-" + task.version();
                ecs.registerTaskDefinition(register -> register.family(name)
                        .containerDefinitions(app -> app.name("app").image("local/" + task.service().name()).memory(64)));
                // The simulator starts a service with none, whatever is asked for, and lets those run that an update asks for.
                ecs.createService(create -> create.cluster(CloudResources.BASE).serviceName(name).taskDefinition(name).desiredCount(0));
                ecs.updateService(update -> update.cluster(CloudResources.BASE).service(name).desiredCount(1));
            }
        }
    }
}
