package dev.tandem.ops.access;

import dev.tandem.mesh.store.AwsFailures;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** Which image a version's tasks run. */
public final class TaskImages {

    private static final String APPLICATION = "app";

    private TaskImages() {}

    /**
     * Image of the application's container in the task definition of an ECS service.
     *
     * @param service ECS service, such as {@code auth-canary}
     * @return empty when there is no such service
     * @throws dev.tandem.mesh.route.RouteSourceException when ECS refuses
     */
    public static Optional<String> of(AwsAccess access, String cluster, String service) {
        try (EcsClient ecs = access.client(EcsClient.builder())) {
            return ecs.describeServices(request -> request.cluster(cluster).services(service)).services().stream()
                    .filter(found -> found.taskDefinition() != null)
                    .findFirst()
                    .map(found -> ecs.describeTaskDefinition(request -> request.taskDefinition(found.taskDefinition())))
                    .flatMap(definition -> definition.taskDefinition().containerDefinitions().stream()
                            .filter(container -> APPLICATION.equals(container.name()))
                            .map(ContainerDefinition::image)
                            .findFirst());
        } catch (SdkException failure) {
            throw AwsFailures.explain("ecs:DescribeTaskDefinition", "service " + service + " in cluster " + cluster, failure);
        }
    }
}
