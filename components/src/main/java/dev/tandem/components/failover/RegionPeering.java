package dev.tandem.components.failover;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.VpcPeeringConnection;
import com.pulumi.aws.ec2.VpcPeeringConnectionAccepter;
import com.pulumi.aws.ec2.VpcPeeringConnectionAccepterArgs;
import com.pulumi.aws.ec2.VpcPeeringConnectionArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.Map;

/**
 * A private path between the VPCs of both regions: peering, accepted in the primary's region, and routes on both sides. All of
 * it is in the secondary's stack, so that the primary's needs nothing from it. It carries the mesh only: the services' groups
 * open one port to the other range.
 */
final class RegionPeering {

    private RegionPeering() {}

    /** @return the provider of the primary's region */
    static Provider create(
            String name, FoundationRef own, FailoverArgs args, FailoverPlan.Peering plan, PeerOutputs peer,
            CustomResourceOptions options) {
        Provider primary = new Provider(
                name + "-primary",
                ProviderArgs.builder()
                        .region(args.primaryRegion())
                        .allowedAccountIds(own.accountId())
                        .defaultTags(ProviderDefaultTagsArgs.builder().tags(args.tags()).build())
                        .build(),
                options);
        CustomResourceOptions inPrimary = CustomResourceOptions.merge(
                options, CustomResourceOptions.builder().provider(primary).build());
        Map<String, String> tags = Map.of("Name", own.project() + "-" + own.environment() + "-regions");

        VpcPeeringConnection connection = new VpcPeeringConnection(
                name + "-peering",
                VpcPeeringConnectionArgs.builder()
                        .vpcId(own.vpcId())
                        .peerVpcId(peer.vpcId())
                        .peerRegion(args.primaryRegion())
                        .peerOwnerId(own.accountId())
                        .autoAccept(false)
                        .tags(tags)
                        .build(),
                options);
        VpcPeeringConnectionAccepter accepted = new VpcPeeringConnectionAccepter(
                name + "-peering-accepted",
                VpcPeeringConnectionAccepterArgs.builder()
                        .vpcPeeringConnectionId(connection.id())
                        .autoAccept(true)
                        .tags(tags)
                        .build(),
                inPrimary);

        int zone = 0;
        for (Output<String> table : own.privateRouteTableIds()) {
            route(name + "-to-primary-" + zone++, table, plan.primaryCidr(), accepted, options);
        }
        zone = 0;
        for (String table : peer.privateRouteTableIds()) {
            route(name + "-to-secondary-" + zone++, Output.of(table), plan.secondaryCidr(), accepted, inPrimary);
        }
        return primary;
    }

    /** Through the accepted connection: a route to one that is still pending is refused. */
    private static void route(
            String name, Output<String> table, String destination, VpcPeeringConnectionAccepter accepted,
            CustomResourceOptions options) {
        new Route(
                name,
                RouteArgs.builder()
                        .routeTableId(table)
                        .destinationCidrBlock(destination)
                        .vpcPeeringConnectionId(accepted.vpcPeeringConnectionId())
                        .build(),
                CustomResourceOptions.merge(
                        options, CustomResourceOptions.builder().dependsOn(accepted).build()));
    }
}
