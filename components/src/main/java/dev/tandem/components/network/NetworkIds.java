package dev.tandem.components.network;

import com.pulumi.core.Output;
import dev.tandem.components.network.SubnetPlan.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Identifiers of a network, made or adopted.
 *
 * @param vpcId                the VPC
 * @param subnetIds            ids by the subnet's name in the plan
 * @param privateRouteTableIds tables of the private subnets, in the order of zones
 */
public record NetworkIds(
        Output<String> vpcId, Map<String, Output<String>> subnetIds, List<Output<String>> privateRouteTableIds) {

    /** Keeps its own collections. */
    public NetworkIds {
        subnetIds = Map.copyOf(subnetIds);
        privateRouteTableIds = List.copyOf(privateRouteTableIds);
    }

    /** Those of a network that is already there. */
    static NetworkIds of(NetworkPlan plan, ExistingNetwork existing) {
        Map<String, Output<String>> ids = new LinkedHashMap<>();
        for (SubnetPlan subnet : plan.subnets()) {
            ids.put(subnet.name(), Output.of(subnet.kind() == Kind.PRIVATE
                    ? existing.privateSubnets().get(subnet.zone()).id() : existing.publicSubnets().get(subnet.zone())));
        }
        return new NetworkIds(Output.of(existing.vpcId()), ids, plan.subnets(Kind.PRIVATE).stream()
                .map(subnet -> Output.of(existing.privateSubnets().get(subnet.zone()).routeTableId())).distinct().toList());
    }

    /** Ids of these subnets, in the order given. */
    public List<Output<String>> of(List<SubnetPlan> subnets) {
        return subnets.stream().map(subnet -> subnetIds.get(subnet.name())).toList();
    }
}
