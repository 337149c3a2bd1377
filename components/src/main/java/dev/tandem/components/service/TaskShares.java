package dev.tandem.components.service;

/**
 * How a task's CPU and memory are shared among its containers: fixed shares for the sidecars, the rest for the application.
 *
 * @param envoy     Envoy and its agent together
 * @param collector the trace and metrics collector
 * @param app       what is left for the application
 */
public record TaskShares(Share envoy, Share collector, Share app) {

    /** Envoy with its agent: a quarter vCPU and 256 MiB, what the platform grants them by measurement. */
    public static final Share ENVOY = new Share(256, 256);

    /** The AWS Distro for OpenTelemetry collector: about 0.05 vCPU and 128 MiB. */
    public static final Share COLLECTOR = new Share(51, 128);

    /**
     * One container's part.
     *
     * @param cpuUnits  CPU units, 1024 are one vCPU
     * @param memoryMiB memory in MiB; the container is ended when it takes more
     */
    public record Share(int cpuUnits, int memoryMiB) {}

    /**
     * Shares out a task.
     *
     * @throws IllegalArgumentException when the sidecars leave nothing for the application
     */
    public static TaskShares of(FargateSize task) {
        int sidecarCpu = ENVOY.cpuUnits() + COLLECTOR.cpuUnits();
        int sidecarMemory = ENVOY.memoryMiB() + COLLECTOR.memoryMiB();
        if (task.cpuUnits() <= sidecarCpu || task.memoryMiB() <= sidecarMemory) {
            throw new IllegalArgumentException("a task of " + task.cpuUnits() + " CPU units and " + task.memoryMiB()
                    + " MiB leaves nothing for the application: the sidecars take " + sidecarCpu + " units and "
                    + sidecarMemory + " MiB; the smallest size that works is "
                    + FargateSize.SMALLEST_WITH_SIDECARS.cpuUnits() + " units and "
                    + FargateSize.SMALLEST_WITH_SIDECARS.memoryMiB() + " MiB");
        }
        return new TaskShares(
                ENVOY, COLLECTOR, new Share(task.cpuUnits() - sidecarCpu, task.memoryMiB() - sidecarMemory));
    }
}
