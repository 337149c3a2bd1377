package dev.tandem.ops.debug;

import dev.tandem.ops.OperationRefusedException;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;

/**
 * A debug task that can be started.
 *
 * @param service   whose it is
 * @param family    family of its task definition
 * @param image     image of the application, the same that the service runs
 * @param cpuUnits  1024 are one vCPU
 * @param memoryMiB memory
 * @param network   subnets and security groups of the service
 */
public record DebugTask(String service, String family, String image, int cpuUnits, int memoryMiB, AwsVpcConfiguration network) {

    /** The longest that one lasts, seconds. */
    public static final long MOST_SECONDS = 8 * 3600L;

    static final long LEAST_SECONDS = 60;

    /** @throws OperationRefusedException when a task may not last so long, or so short */
    public static void checkLength(long seconds) {
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw new OperationRefusedException("--for: found " + seconds + " s, expected " + LEAST_SECONDS + " s to "
                    + MOST_SECONDS / 3600 + " h: a session that is forgotten ends by that");
        }
    }

    /** @throws OperationRefusedException when a session with the service is open */
    static void refuseSecond(String service, List<DebugSession> open) {
        if (!open.isEmpty()) {
            throw new OperationRefusedException("a debug session with " + service + " is open: " + open.get(0).text()
                    + ". Use it, or end it by ./tandem debug close " + service + " --yes");
        }
    }
}
