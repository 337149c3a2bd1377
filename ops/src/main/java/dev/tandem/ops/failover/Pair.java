package dev.tandem.ops.failover;

import dev.tandem.ops.access.AwsAccess;
import java.util.function.Function;

/**
 * The pair of one environment. Everything that is shared lives in the survivor.
 *
 * @param prefix   {@code PROJECT-ENVIRONMENT}
 * @param primary  region that serves normally
 * @param survivor region that takes over
 * @param account  AWS account, twelve digits
 * @param regions  how to act in a region
 */
public record Pair(String prefix, String primary, String survivor, String account, Function<String, AwsAccess> regions) {

    /** Which way the pair is moved. */
    public enum Move {
        /** The survivor takes over. */
        FAILOVER("takeover"),
        /** The primary gets its work back. */
        FAILBACK("failback");

        private final String machine;

        Move(String machine) {
            this.machine = machine;
        }

        /** Last part of the machine's name, and the operation that the lock names. */
        public String machine() {
            return machine;
        }
    }

    /** Where the machines, the lock and the records of the pair are. */
    public AwsAccess there() {
        return regions.apply(survivor);
    }

    /** ARN of a machine. */
    public String machineArn(Move move) {
        return "arn:aws:states:" + survivor + ":" + account + ":stateMachine:" + prefix + "-" + move.machine();
    }

    /** Whether an execution is one of a move's machine. */
    public boolean runs(Move move, String execution) {
        return execution.contains(":" + prefix + "-" + move.machine() + ":");
    }

    /** Table with the lock. */
    public String controlTable() {
        return prefix + "-failover";
    }

    /** Region that serves after a move. */
    public String target(Move move) {
        return move == Move.FAILOVER ? survivor : primary;
    }
}
