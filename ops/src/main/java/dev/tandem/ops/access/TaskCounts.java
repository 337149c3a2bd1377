package dev.tandem.ops.access;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import dev.tandem.mesh.store.AwsFailures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;

/** Running tasks of a service's versions, from ECS: the ECS service of a version is named as the version is found. */
public final class TaskCounts {

    private TaskCounts() {}

    /**
     * Running tasks by version name; 0 for a version that has no ECS service.
     *
     * @param access   region and credentials
     * @param cluster  ECS cluster, such as {@code tandem-prod}
     * @param document the document whose versions are counted, at most ten
     * @throws dev.tandem.mesh.route.RouteSourceException when ECS refuses
     */
    public static Map<String, Integer> of(AwsAccess access, String cluster, RouteDocument document) {
        Map<String, String> versions = new TreeMap<>();
        for (ServiceVersion version : document.versions()) {
            versions.put(document.service() + "-" + version.name(), version.name());
        }
        Map<String, Integer> counts = new TreeMap<>();
        versions.values().forEach(name -> counts.put(name, 0));
        try (EcsClient ecs = access.client(EcsClient.builder())) {
            List<Service> services =
                    ecs.describeServices(request -> request.cluster(cluster).services(versions.keySet())).services();
            services.forEach(service -> counts.put(versions.get(service.serviceName()), service.runningCount()));
            return counts;
        } catch (SdkException failure) {
            throw AwsFailures.explain("ecs:DescribeServices", "cluster " + cluster + " in " + access.region(), failure);
        }
    }
}
