package dev.tandem.components.service;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * CPU and memory of a task, one of the pairs that Fargate sells.
 *
 * <p>Source of the table: Amazon ECS developer guide, "Fargate task definition differences", task CPU and memory (Linux).
 *
 * @param cpuUnits  CPU units, 1024 are one vCPU
 * @param memoryMiB memory in MiB
 */
public record FargateSize(int cpuUnits, int memoryMiB) {

    private static final int GB = 1024;

    /** Before the sizes below, whose constructors look into it. */
    private static final Map<Integer, List<Integer>> VALID = validTable();

    /** Half a vCPU and 1 GB: the smallest that holds an application, Envoy with its agent, and the trace collector. */
    public static final FargateSize SMALLEST_WITH_SIDECARS = new FargateSize(512, 1024);

    /** @throws IllegalArgumentException when Fargate has no such pair; the message names the valid ones nearest to it */
    public FargateSize {
        List<Integer> memories = VALID.get(cpuUnits);
        if (memories == null) {
            throw new IllegalArgumentException("task CPU of " + cpuUnits + " units is not one that Fargate has: expected one of "
                    + List.copyOf(VALID.keySet()) + " (1024 units are 1 vCPU)");
        }
        if (!memories.contains(memoryMiB)) {
            throw new IllegalArgumentException("task memory of " + memoryMiB + " MiB does not go with " + cpuUnits
                    + " CPU units on Fargate: with " + cpuUnits + " units it is one of " + memories + " MiB");
        }
    }

    /** All memory sizes in MiB by CPU units, both ascending. */
    public static Map<Integer, List<Integer>> validPairs() {
        return VALID;
    }

    private static Map<Integer, List<Integer>> validTable() {
        Map<Integer, List<Integer>> table = new TreeMap<>();
        table.put(256, List.of(512, GB, 2 * GB));
        table.put(512, gigabytes(1, 4, 1));
        table.put(1024, gigabytes(2, 8, 1));
        table.put(2048, gigabytes(4, 16, 1));
        table.put(4096, gigabytes(8, 30, 1));
        table.put(8192, gigabytes(16, 60, 4));
        table.put(16384, gigabytes(32, 120, 8));
        return Collections.unmodifiableMap(table);
    }

    private static List<Integer> gigabytes(int from, int to, int step) {
        return IntStream.iterate(from, gb -> gb <= to, gb -> gb + step).map(gb -> gb * GB).boxed().toList();
    }
}
