package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;

/** Secrets with their replicas, and parameters. */
final class SecretPricer implements Pricer {

    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String PARAMETER = "aws:ssm/parameter:Parameter";

    @Override
    public Set<String> types() {
        return Set.of(SECRET, PARAMETER);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        for (Resource secret : plan.ofType(SECRET)) {
            bill.charge(Items.SECRET_STORED, secret).add("secret " + secret.name());
            for (Property replica : Plan.items(secret.get("replicas"))) {
                Charge c = bill.charge(Items.SECRET_REPLICA, secret);
                Plan.text(replica.at("region")).filter(Region::isRegion).map(Region::new).ifPresent(c::in);
                c.add("replica of secret " + secret.name());
            }
        }
        bill.metered(Items.SECRET_CALLS, plan.ofType(SECRET), Meter.SECRET_CALLS, "reads of secrets");
        List<Resource> advanced = plan.ofType(PARAMETER).stream().filter(SecretPricer::isAdvanced).toList();
        for (Resource p : plan.ofType(PARAMETER)) {
            bill.charge(advanced.contains(p) ? Items.SSM_ADVANCED : Items.SSM_STANDARD, p).add("parameter " + p.name());
        }
        bill.metered(Items.SSM_CALLS, advanced, Meter.SSM_CALLS, "calls for advanced parameters");
    }

    private static boolean isAdvanced(Resource parameter) {
        return Plan.text(parameter.get("tier")).filter(t -> !t.equals("Standard")).isPresent();
    }
}
