package dev.tandem.policy.examples.kubernetes;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;

/** What runs, and how much of the node it may take. */
final class Containers {

    static final Rule IMAGE_PINNED = Rule.resource("image-pinned")
            .on(Workloads.types())
            .summary("Images say which version they are")
            .fix("Name a version, image:1.2.3, or better a digest, image@sha256:...")
            .level(EnforcementLevel.MANDATORY)
            .severity(Severity.MEDIUM)
            .check(c -> c.each(Workloads.containers(c), container -> {
                Property image = container.at("image");
                if (!isPinned(image.stringOr(""))) {
                    c.violation(image, Workloads.name(container),
                            "the image of '" + Workloads.name(container) + "' is whatever is newest when a pod starts");
                }
            }));

    static final Rule MEMORY_LIMIT = Rule.resource("memory-limit")
            .on(Workloads.types())
            .summary("Containers have a memory limit")
            .fix("Set resources.limits.memory")
            .level(EnforcementLevel.ADVISORY)
            .severity(Severity.LOW)
            .check(c -> c.each(Workloads.containers(c), container -> {
                Property limit = container.at("resources.limits.memory");
                if (limit.isMissing()) {
                    c.violation(limit, Workloads.name(container),
                            "container '" + Workloads.name(container) + "' may take all memory of its node");
                }
            }));

    private Containers() {}

    /** The colon of a registry's port is no tag: that one comes before the last slash. */
    private static boolean isPinned(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int colon = name.lastIndexOf(':');
        return name.contains("@sha256:") || colon >= 0 && !name.substring(colon + 1).equals("latest");
    }
}
