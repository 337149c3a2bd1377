package dev.tandem.ops.access;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;

/** Services of a cluster, however many. */
public final class EcsServices {

    /** As many as ECS describes in one call (API reference of DescribeServices). */
    private static final int PAGE = 10;

    private EcsServices() {}

    /**
     * Describes services.
     *
     * @param cluster  ECS cluster, such as {@code tandem-prod}
     * @param services names or ARNs; those that are not there are missing in the answer
     * @throws software.amazon.awssdk.core.exception.SdkException when ECS refuses
     */
    public static List<Service> of(EcsClient ecs, String cluster, List<String> services) {
        List<Service> found = new ArrayList<>();
        for (int from = 0; from < services.size(); from += PAGE) {
            List<String> page = services.subList(from, Math.min(services.size(), from + PAGE));
            found.addAll(ecs.describeServices(request -> request.cluster(cluster).services(page)).services());
        }
        return found;
    }
}
