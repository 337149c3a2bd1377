package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;

/** File systems and volumes. */
final class FilePricer implements Pricer {

    private static final String FILES = "aws:efs/fileSystem:FileSystem";
    private static final String VOLUME = "aws:ebs/volume:Volume";

    @Override
    public Set<String> types() {
        return Set.of(FILES, VOLUME);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> oneZone = plan.ofType(FILES).stream().filter(f -> Plan.isSet(f.get("availabilityZoneName"))).toList();
        bill.metered(Items.EFS_ONE_ZONE, oneZone, Meter.FILES, "files in one zone");
        bill.metered(Items.EFS_STANDARD, plan.ofType(FILES).stream().filter(f -> !oneZone.contains(f)).toList(),
                Meter.FILES, "files");
        for (Resource v : plan.ofType(VOLUME)) {
            String kind = Plan.text(v.get("type")).orElse("gp2");
            if (kind.equals("gp3") && !Plan.isSet(v.get("iops")) && !Plan.isSet(v.get("throughput"))) {
                Quantity size = Plan.number(v.get("size"), 8, 8);
                bill.charge(Items.EBS_GP3, v).quantity(size).add("volume " + v.name());
            } else {
                bill.notPriced(List.of(v), "found " + kind + (kind.equals("gp3") ? " with iops or throughput of its own" : "")
                        + "; the book has gp3 at its base performance");
            }
        }
    }
}
