package dev.tandem.components.service;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One container of a task. What every container has in common (no root, no capabilities, read-only root file system, an
 * init process, logs to the service's group) is not here, so it cannot be left out: see {@link ContainerDefinitions}.
 *
 * @param name               container name, also the prefix of its log streams
 * @param image              full image reference
 * @param share              CPU and memory limit
 * @param user               numeric user and group: names would be looked up in the image
 * @param essential          whether the task ends with it
 * @param entryPoint         empty to keep the image's own
 * @param command            empty to keep the image's own
 * @param ports              TCP ports that are reachable from outside the task
 * @param environment        variables; nothing secret
 * @param dependsOn          container name to the condition that must hold before this one starts; stopped in reverse order
 * @param writablePaths      paths with a volume over them; the image must declare them as VOLUME, owned by the user, because
 *                           Fargate makes bind mounts root's otherwise
 * @param healthCommand      command that exits 0 when healthy; empty for none
 * @param stopTimeoutSeconds time between SIGTERM and SIGKILL, at most 120 on Fargate
 */
public record ContainerPlan(
        String name,
        String image,
        TaskShares.Share share,
        String user,
        boolean essential,
        List<String> entryPoint,
        List<String> command,
        List<Integer> ports,
        Map<String, String> environment,
        Map<String, String> dependsOn,
        Map<String, String> writablePaths,
        List<String> healthCommand,
        int stopTimeoutSeconds) {

    /** Sorts what has no order of its own. */
    public ContainerPlan {
        entryPoint = List.copyOf(entryPoint);
        command = List.copyOf(command);
        ports = List.copyOf(ports);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        dependsOn = Collections.unmodifiableMap(new TreeMap<>(dependsOn));
        writablePaths = Collections.unmodifiableMap(new TreeMap<>(writablePaths));
        healthCommand = List.copyOf(healthCommand);
    }
}
