package dev.tandem.policy.examples.kubernetes;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.stream.Stream;

/** Where each kind of workload keeps its pods. */
final class Workloads {

    private static final String POD = "kubernetes:core/v1:Pod";
    private static final String CRON_JOB = "kubernetes:batch/v1:CronJob";

    private Workloads() {}

    /** The types that run containers. */
    static String[] types() {
        return new String[] {
            POD, CRON_JOB, "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet", "kubernetes:apps/v1:DaemonSet",
            "kubernetes:batch/v1:Job"
        };
    }

    static Property podSpec(ResourceContext c) {
        return switch (c.resource().type()) {
            case POD -> c.get("spec");
            case CRON_JOB -> c.get("spec.jobTemplate.spec.template.spec");
            default -> c.get("spec.template.spec");
        };
    }

    /** Containers that run, and those that run before them. */
    static List<Property> containers(ResourceContext c) {
        Property spec = podSpec(c);
        return Stream.concat(spec.all("initContainers[*]").stream(), spec.all("containers[*]").stream()).toList();
    }

    /** A name that stays when the list is sorted anew, for finding ids. */
    static String name(Property container) {
        return container.at("name").stringOr("unnamed");
    }
}
