package dev.tandem.ops.quota;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.EcsServices;
import dev.tandem.ops.capacity.ScalableTargets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;

/** Reads what runs in a cluster from ECS and Application Auto Scaling. */
final class ClusterScale {

    private static final double UNITS = 1024;

    private ClusterScale() {}

    static Scale of(AwsAccess access, String cluster) {
        Map<String, Integer> most = new HashMap<>();
        ScalableTargets.of(access, cluster).forEach(target -> most.put(target.service(), target.most()));
        List<Scale.Running> found = new ArrayList<>();
        try (EcsClient ecs = access.client(EcsClient.builder())) {
            List<String> arns = ecs.listServicesPaginator(request -> request.cluster(cluster)).serviceArns().stream().toList();
            Map<String, Double> vcpus = new HashMap<>();
            for (Service service : EcsServices.of(ecs, cluster, arns)) {
                double each = vcpus.computeIfAbsent(service.taskDefinition(), definition -> vcpus(ecs, definition));
                int tasks = Math.max(service.runningCount(), service.desiredCount());
                boolean spot = service.capacityProviderStrategy().stream()
                        .anyMatch(strategy -> "FARGATE_SPOT".equals(strategy.capacityProvider()) && strategy.weight() > 0);
                found.add(new Scale.Running(service.serviceName(), tasks,
                        Math.max(tasks, most.getOrDefault(service.serviceName(), tasks)), each, spot, subnets(service)));
            }
            return new Scale(List.copyOf(found));
        } catch (SdkException failure) {
            throw AwsFailures.explain("ecs:DescribeServices", "cluster " + cluster + " in " + access.region(), failure);
        }
    }

    private static List<String> subnets(Service service) {
        return service.networkConfiguration() == null || service.networkConfiguration().awsvpcConfiguration() == null
                ? List.of() : service.networkConfiguration().awsvpcConfiguration().subnets();
    }

    private static double vcpus(EcsClient ecs, String definition) {
        String cpu = ecs.describeTaskDefinition(request -> request.taskDefinition(definition)).taskDefinition().cpu();
        return cpu == null ? 0 : Double.parseDouble(cpu) / UNITS;
    }
}
