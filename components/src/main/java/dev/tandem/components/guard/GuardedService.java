package dev.tandem.components.guard;

import java.math.BigDecimal;

/**
 * A service whose tasks the guard may hold back.
 *
 * @param ecsService name in ECS
 * @param minTasks   fewest tasks
 * @param maxTasks   most tasks
 * @param usdAnHour  list price of one task, on demand
 */
public record GuardedService(String ecsService, int minTasks, int maxTasks, BigDecimal usdAnHour) {}
