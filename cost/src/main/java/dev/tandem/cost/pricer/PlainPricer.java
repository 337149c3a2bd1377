package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Types whose cost is one or two figures times hours, a count or a quantity of use: a table is enough. */
final class PlainPricer implements Pricer {

    /** How the quantity of a line comes about. */
    private interface Line {
        void write(Bill bill, List<Resource> all);
    }

    private record Row(String type, Line line) {}

    private static final List<Row> ROWS = List.of(
            always("aws:ec2/vpnConnection:VpnConnection", Items.VPC_VPN, "VPN connection"),
            always("aws:ec2clientvpn/networkAssociation:NetworkAssociation", Items.VPC_CLIENT_VPN, "client VPN association"),
            always("aws:ec2/trafficMirrorSession:TrafficMirrorSession", Items.VPC_MIRRORING, "traffic mirroring"),
            always("aws:ec2transitgateway/vpcAttachment:VpcAttachment", Items.VPC_TRANSIT, "transit gateway attachment"),
            used("aws:ec2transitgateway/vpcAttachment:VpcAttachment", Items.VPC_TRANSIT_DATA, Meter.TRANSIT_DATA,
                    "data through transit gateway attachments"),
            always("aws:ec2transitgateway/peeringAttachment:PeeringAttachment", Items.VPC_TRANSIT,
                    "transit gateway peering"),
            always("aws:ec2transitgateway/connect:Connect", Items.VPC_TRANSIT, "transit gateway connect attachment"),
            always("aws:vpclattice/service:Service", Items.LATTICE_SERVICE, "VPC Lattice service"),
            used("aws:vpclattice/service:Service", Items.LATTICE_DATA, Meter.LATTICE_DATA, "data through VPC Lattice"),
            each("aws:route53/resolverEndpoint:ResolverEndpoint", Items.ROUTE53_RESOLVER, "ipAddresses", 2,
                    "interfaces of resolver endpoint"),
            times("aws:kinesis/stream:Stream", Items.KINESIS_SHARD, "shardCount", 1, "shards of stream"),
            used("aws:kinesis/stream:Stream", Items.KINESIS_PUTS, Meter.STREAM_PUTS, "records put into streams"),
            used("aws:athena/workgroup:Workgroup", Items.ATHENA_SCANNED, Meter.SCANNED, "data scanned by queries"),
            used("aws:cognito/userPool:UserPool", Items.COGNITO_USERS, Meter.ACTIVE_USERS, "users who sign in"),
            used("aws:inspector2/enabler:Enabler", Items.INSPECTOR_FIRST, Meter.IMAGES_SCANNED, "images scanned"),
            used("aws:inspector2/enabler:Enabler", Items.INSPECTOR_AGAIN, Meter.IMAGES_RESCANNED, "images scanned again"),
            used("aws:cfg/conformancePack:ConformancePack", Items.CONFIG_PACK, Meter.CONFIG_EVALUATIONS,
                    "evaluations of conformance packs"),
            used("aws:acmpca/certificate:Certificate", Items.PRIVATE_CA_CERTIFICATE, Meter.CA_CERTIFICATES,
                    "certificates of private authorities"),
            monthly("aws:servicediscovery/instance:Instance", Items.CLOUD_MAP_INSTANCE, "registered instance"),
            always("aws:route53recoverycontrol/cluster:Cluster", Items.RECOVERY_CLUSTER, "routing control cluster"),
            always("aws:route53recoveryreadiness/readinessCheck:ReadinessCheck", Items.RECOVERY_CHECK, "readiness check"),
            monthly("aws:arcregionswitch/plan:Plan", Items.RECOVERY_PLAN, "region switch plan"));

    @Override
    public Set<String> types() {
        Set<String> out = new TreeSet<>();
        ROWS.forEach(r -> out.add(r.type()));
        return out;
    }

    @Override
    public void price(Plan plan, Bill bill) {
        ROWS.forEach(r -> r.line().write(bill, plan.ofType(r.type())));
    }

    /** All hours of the month. */
    private static Row always(String type, ItemKey item, String what) {
        return new Row(type, (bill, all) ->
                all.forEach(r -> bill.charge(item, r).always(Quantity.of(1)).add(what + " " + r.name())));
    }

    private static Row monthly(String type, ItemKey item, String what) {
        return new Row(type, (bill, all) -> all.forEach(r -> bill.charge(item, r).add(what + " " + r.name())));
    }

    /** All hours of the month for each element of a list. */
    private static Row each(String type, ItemKey item, String list, long otherwise, String what) {
        return new Row(type, (bill, all) -> all.forEach(r -> bill.charge(item, r)
                .always(Plan.count(r.get(list), otherwise, otherwise)).add(what + " " + r.name())));
    }

    /** All hours of the month, as often as a number says. */
    private static Row times(String type, ItemKey item, String number, long otherwise, String what) {
        return new Row(type, (bill, all) -> all.forEach(r -> bill.charge(item, r)
                .always(Plan.number(r.get(number), otherwise, otherwise)).add(what + " " + r.name())));
    }

    private static Row used(String type, ItemKey item, Meter meter, String what) {
        return new Row(type, (bill, all) -> bill.metered(item, all, meter, what));
    }
}
