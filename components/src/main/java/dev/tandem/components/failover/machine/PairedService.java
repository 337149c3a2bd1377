package dev.tandem.components.failover.machine;

import java.util.Optional;

/**
 * A service as the machines see it.
 *
 * @param name          service name
 * @param ecsService    ECS service, the same in both regions
 * @param table         its table, the same name in both regions; empty for none
 * @param normalTasks   fewest tasks while both regions serve
 * @param takeoverTasks fewest tasks while one region serves alone
 * @param mostTasks     most tasks at any time
 */
public record PairedService(
        String name, String ecsService, Optional<String> table, int normalTasks, int takeoverTasks, int mostTasks) {

    /** @throws IllegalArgumentException unless 1 &lt;= normal &lt;= takeover &lt;= most */
    public PairedService {
        if (normalTasks < 1 || takeoverTasks < normalTasks || mostTasks < takeoverTasks) {
            throw new IllegalArgumentException("service " + name + " would run " + normalTasks + " tasks normally, "
                    + takeoverTasks + " in a takeover, " + mostTasks
                    + " at most: expected 1 <= normally <= in a takeover <= at most");
        }
    }
}
