package dev.tandem.policies.cost;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Map;

/** Nothing is paid for that nobody in the stack uses: addresses, disks, gateways and load balancers without a user. */
public final class Idle implements StackCheck {

    /**
     * What uses a resource.
     *
     * @param type of the user
     * @param path its property that names the used one
     */
    private record User(String type, String path) {}

    private static final Map<String, List<User>> USERS = Map.of(
            "aws:ec2/eip:Eip", List.of(
                    new User("aws:ec2/natGateway:NatGateway", "allocationId"),
                    new User("aws:ec2/eipAssociation:EipAssociation", "allocationId"),
                    new User("aws:lb/loadBalancer:LoadBalancer", "subnetMappings")),
            "aws:ebs/volume:Volume", List.of(new User("aws:ec2/volumeAttachment:VolumeAttachment", "volumeId")),
            "aws:ec2/natGateway:NatGateway", List.of(
                    new User("aws:ec2/route:Route", "natGatewayId"), new User("aws:ec2/routeTable:RouteTable", "routes"),
                    new User("aws:ec2/defaultRouteTable:DefaultRouteTable", "routes")),
            "aws:lb/loadBalancer:LoadBalancer", List.of(
                    new User("aws:lb/listener:Listener", "loadBalancerArn"),
                    new User("aws:ec2/vpcEndpointService:VpcEndpointService", "networkLoadBalancerArns")));

    @Override
    public void check(StackContext context) {
        USERS.forEach((type, users) -> context.each(context.graph().ofType(type), resource -> {
            boolean own = !Declared.of(resource, "instance", "networkInterface").isMissing();
            if (!own && users.stream().noneMatch(user -> uses(context, user, resource))) {
                context.violation(resource, "found nothing in this stack that uses it, though it is paid for by the hour;"
                        + " expected a user, or no resource");
            }
        }));
    }

    private static boolean uses(StackContext context, User user, Resource used) {
        boolean one = user.path().endsWith("Id") || user.path().endsWith("Arn");
        return context.graph().ofType(user.type()).stream().anyMatch(r -> !Declared.of(r, user.path()).isMissing()
                && (related(r, user, used) || !one && !r.get(user.path()).items().isEmpty()));
    }

    private static boolean related(Resource user, User as, Resource used) {
        return user.dependencies().contains(used.urn()) || Links.between(user, as.path(), used) != Link.NO;
    }
}
