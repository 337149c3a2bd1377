package dev.tandem.ops.capacity;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.access.AwsAccess;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Application Auto Scaling's view of a cluster's services. */
public final class ScalableTargets {

    private ScalableTargets() {}

    /**
     * The targets of a cluster's services, by name.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when AWS refuses
     */
    public static List<Target> of(AwsAccess access, String cluster) {
        String prefix = "service/" + cluster + "/";
        try (ApplicationAutoScalingClient scaling = access.client(ApplicationAutoScalingClient.builder())) {
            return scaling.describeScalableTargetsPaginator(request -> request.serviceNamespace(ServiceNamespace.ECS)
                            .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)).scalableTargets().stream()
                    .filter(target -> target.resourceId().startsWith(prefix))
                    .map(target -> new Target(target.resourceId().substring(prefix.length()), target.minCapacity(), target.maxCapacity(),
                            target.suspendedState() != null && Boolean.TRUE.equals(target.suspendedState().scheduledScalingSuspended())))
                    .sorted(Comparator.comparing(Target::service))
                    .toList();
        } catch (SdkException failure) {
            throw AwsFailures.explain("application-autoscaling:DescribeScalableTargets", "cluster " + cluster, failure);
        }
    }

    /** Sets a target; the same again changes nothing. */
    static void set(AwsAccess access, String cluster, Target target) {
        try (ApplicationAutoScalingClient scaling = access.client(ApplicationAutoScalingClient.builder())) {
            scaling.registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                    .resourceId("service/" + cluster + "/" + target.service())
                    .minCapacity(target.least())
                    .maxCapacity(target.most())
                    .suspendedState(state -> state.scheduledScalingSuspended(target.suspended())));
        } catch (SdkException failure) {
            throw AwsFailures.explain("application-autoscaling:RegisterScalableTarget", target.service() + " of cluster " + cluster, failure);
        }
    }
}
