package dev.tandem.policies.network;

import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/**
 * Between the internet and a database are a load balancer and a service at least: what the internet reaches directly does
 * not reach a database. The finding lists the chain of rules.
 */
public final class DatabaseBehindService implements StackCheck {

    private static final int LEAST_HOPS = 3;

    @Override
    public void check(StackContext context) {
        Reach reach = new Reach(context.graph());
        for (String type : DatabaseOwners.TYPES) {
            context.each(context.graph().ofType(type), database -> {
                String chain = reach.chains(database).get(Reach.INTERNET);
                if (chain != null && Reach.length(chain) < LEAST_HOPS) {
                    context.violation(database, "the internet reaches the database in " + Reach.length(chain)
                            + (Reach.length(chain) == 1 ? " step: " : " steps: ") + chain
                            + "; expected a load balancer and a service between them");
                }
            });
        }
    }
}
