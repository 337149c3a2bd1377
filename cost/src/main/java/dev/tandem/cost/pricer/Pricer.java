package dev.tandem.cost.pricer;

import dev.tandem.cost.plan.Plan;
import java.util.Set;

/** Prices the resources of one AWS service. Stateless. */
interface Pricer {

    /** Normalised types whose cost this pricer accounts for; no type is in two pricers. */
    Set<String> types();

    /** Adds the lines of a plan to a bill. */
    void price(Plan plan, Bill bill);
}
