package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Instances by the hour: Linux on EC2 alone and in groups, brokers of Kafka, nodes of Redshift. */
final class InstancePricer implements Pricer {

    private static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final String GROUP = "aws:autoscaling/group:Group";
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String KAFKA = "aws:msk/cluster:Cluster";
    private static final String REDSHIFT = "aws:redshift/cluster:Cluster";

    private static final String EXAMPLE = "t4g.small";

    /** Size that AWS gives a root volume whose size nobody says, in GB; images may ask for more. */
    private static final long ROOT_GB = 8;

    @Override
    public Set<String> types() {
        return Set.of(INSTANCE, GROUP, KAFKA, REDSHIFT);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        plan.ofType(INSTANCE).forEach(i -> instance(bill, i));
        plan.ofType(GROUP).forEach(g -> group(plan, bill, g));
        plan.ofType(KAFKA).forEach(k -> brokers(bill, k));
        plan.ofType(REDSHIFT).forEach(r -> bill.machine(r, r.get("nodeType"), EXAMPLE)
                .ifPresent(t -> bill.charge(Items.redshiftNode(t), r).always(Plan.number(r.get("numberOfNodes"), 1, 1))
                        .add("nodes of warehouse " + r.name())));
    }

    private static void instance(Bill bill, Resource i) {
        Optional<String> type = bill.machine(i, i.get("instanceType"), EXAMPLE);
        if (type.isEmpty()) {
            return;
        }
        boolean own = Plan.text(i.get("tenancy")).filter(t -> !t.equals("default")).isPresent();
        boolean spot = Plan.isSet(i.get("instanceMarketOptions"));
        if (own || spot) {
            bill.notPriced(List.of(i), "found " + (own ? "hardware of its own" : "Spot") + "; the book has shared hardware on demand");
            return;
        }
        bill.charge(Items.ec2Instance(type.get()), i).always(Quantity.of(1).noting("runs Linux all hours of the month"))
                .add("instance " + i.name());
        Property root = i.get("rootBlockDevice[0]");
        String kind = Plan.text(root.at("volumeType")).orElse("gp2");
        if (kind.equals("gp3")) {
            bill.charge(Items.EBS_GP3, i).quantity(Plan.number(root.at("volumeSize"), ROOT_GB, ROOT_GB))
                    .add("root volume of " + i.name());
        } else {
            bill.notPriced(List.of(i), "root volume: found " + kind + "; the book has gp3");
        }
        if (Plan.isTrue(i.get("associatePublicIpAddress"))) {
            bill.charge(Items.VPC_IPV4, i).always(Quantity.of(1)).add("public IPv4 address of " + i.name());
        }
    }

    private static void group(Plan plan, Bill bill, Resource g) {
        List<Resource> templates = plan.referenced(g, "launchTemplate").stream()
                .filter(r -> plan.typeOf(r).equals(TEMPLATE)).toList();
        if (templates.isEmpty() || Plan.isSet(g.get("mixedInstancesPolicy"))) {
            bill.notPriced(List.of(g), "found " + (templates.isEmpty() ? "no launch template of this plan" : "mixed instances")
                    + "; expected one launch template with an instance type");
            return;
        }
        bill.machine(g, templates.get(0).get("instanceType"), EXAMPLE).ifPresent(t -> {
            Quantity rest = Plan.isSet(g.get("desiredCapacity"))
                    ? Plan.number(g.get("desiredCapacity"), 1, 1) : Plan.number(g.get("minSize"), 1, 1);
            Quantity most = Plan.number(g.get("maxSize"), 1, 1);
            bill.charge(Items.ec2Instance(t), g).always(rest.noting("runs Linux all hours of the month"))
                    .maximum(most.value().multiply(Bill.HOURS)).add("instances of group " + g.name());
        });
    }

    private static void brokers(Bill bill, Resource k) {
        Property group = k.get("brokerNodeGroupInfo[0]");
        bill.machine(k, group.at("instanceType"), EXAMPLE).ifPresent(t -> {
            Quantity brokers = Plan.number(k.get("numberOfBrokerNodes"), 1, 1);
            bill.charge(Items.kafkaBroker(t), k).always(brokers).add("brokers of " + k.name());
            Quantity each = Plan.number(group.at("storageInfo[0].ebsStorageInfo[0].volumeSize"), 0, 0);
            bill.charge(Items.MSK_STORAGE, k).quantity(each.times(brokers.value())).add("storage of brokers of " + k.name());
        });
    }
}
