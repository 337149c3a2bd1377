package dev.tandem.ops.failover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How the pair is, as the survivor's region knows it.
 *
 * @param operation what the lock says: {@code idle}, {@code takeover} or {@code failback}
 * @param paused    whether a machine holds before its next step
 * @param writers   writing region by table; {@code none} while a failback drains
 * @param running   execution that is under way
 * @param plan      what the machine that is asked about would do
 * @param lastSeconds how long its last run that succeeded took; empty for none
 * @param reasons   why the region that shall serve is not well; empty when it is
 */
public record PairState(
        String operation, boolean paused, Map<String, String> writers, Optional<String> running, MachinePlan plan,
        Optional<Long> lastSeconds, List<String> reasons) {

    /** Whether a region has all the writing and nothing is under way. */
    public boolean settledOn(String region) {
        return operation.equals("idle") && running.isEmpty() && !writers.isEmpty()
                && writers.values().stream().allMatch(region::equals);
    }

    /** Who writes, in one word when they agree. */
    public String writing() {
        TreeSet<String> all = new TreeSet<>(writers.values());
        return all.isEmpty() ? "unknown" : String.join(" and ", all);
    }
}
