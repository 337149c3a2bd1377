package dev.tandem.components.guard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * List prices of Fargate on ARM64, on demand. The price book has the same with their sources, which a test compares; components
 * do not depend on it.
 *
 * @param vcpuHour USD for a vCPU and hour
 * @param gbHour   USD for a GB of memory and hour
 */
public record TaskPrice(BigDecimal vcpuHour, BigDecimal gbHour) {

    private static final BigDecimal UNITS = BigDecimal.valueOf(1024);

    /** By region. */
    public static final Map<String, TaskPrice> BY_REGION = Map.of(
            "eu-central-1", new TaskPrice(new BigDecimal("0.03725"), new BigDecimal("0.00409")),
            "eu-west-1", new TaskPrice(new BigDecimal("0.03238"), new BigDecimal("0.00356")));

    /** The price of a region; empty where none is known. */
    public static Optional<TaskPrice> in(String region) {
        return Optional.ofNullable(BY_REGION.get(region));
    }

    /** USD for a task and hour. */
    public BigDecimal task(int cpuUnits, int memoryMiB) {
        return vcpuHour.multiply(BigDecimal.valueOf(cpuUnits)).add(gbHour.multiply(BigDecimal.valueOf(memoryMiB)))
                .divide(UNITS).stripTrailingZeros();
    }
}
