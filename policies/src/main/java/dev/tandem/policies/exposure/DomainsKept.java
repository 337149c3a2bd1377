package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.notOff;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import java.util.ArrayList;
import java.util.List;

/**
 * Domains stay with their owner: nobody moves them to another registrar, they do not run out, and the registry does not tell
 * everybody where their owner lives.
 */
public final class DomainsKept {

    private static final List<String> TYPES =
            List.of("aws:route53domains/registeredDomain:RegisteredDomain", "aws:route53domains/domain:Domain");

    /** The rule. */
    public static final Demands RULE = Demands.of(demands());

    private DomainsKept() {}

    private static Demand[] demands() {
        List<Demand> out = new ArrayList<>();
        for (String type : TYPES) {
            out.add(notOff(type, "the domain can be moved to another registrar", "transferLock"));
            out.add(notOff(type, "the domain runs out, and anybody may register it", "autoRenew"));
            for (String whose : List.of("admin", "registrant", "tech", "billing")) {
                out.add(notOff(type, "everybody may read who the " + whose + " contact is and lives", whose + "Privacy"));
            }
        }
        return out.toArray(Demand[]::new);
    }
}
