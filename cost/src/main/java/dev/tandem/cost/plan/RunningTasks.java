package dev.tandem.cost.plan;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many tasks of a service run, as a mean over the week.
 *
 * @param onDemand typical number on demand
 * @param spot typical number on Spot
 * @param maximum number when autoscaling stands at the maximum in force all the time
 * @param notes how it came about
 */
public record RunningTasks(BigDecimal onDemand, BigDecimal spot, BigDecimal maximum, List<String> notes) {

    public RunningTasks {
        notes = List.copyOf(notes);
    }

    /** All typical tasks. */
    public BigDecimal typical() {
        return onDemand.add(spot);
    }
}
