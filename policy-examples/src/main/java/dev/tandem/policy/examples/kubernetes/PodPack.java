package dev.tandem.policy.examples.kubernetes;

import dev.tandem.policy.pack.Pack;
import java.util.List;

/** Pod security for any workload of the Kubernetes provider. */
public final class PodPack {

    private PodPack() {}

    /** The same for every stack. */
    public static Pack pack() {
        return Pack.named("kubernetes-pods", "1.0.0")
                .displayName("Kubernetes pods")
                .description("Workloads keep to the restricted pod security standard and run known images.")
                .rules(List.of(
                        Privileges.NO_PRIVILEGED_CONTAINER, Privileges.NO_HOST_NAMESPACE, Privileges.NON_ROOT,
                        Containers.IMAGE_PINNED, Containers.MEMORY_LIMIT))
                .build();
    }
}
