package dev.tandem.components.network;

import dev.tandem.components.args.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A VPC that is already there: its owner has the subnets, routes, gateways and flow logs. Immutable.
 *
 * @param vpcId          id of the VPC
 * @param privateSubnets subnets for tasks, by zone
 * @param publicSubnets  ids of the subnets for the load balancer, by zone
 * @param endpoints      its endpoints; empty when the foundation makes them
 */
public record ExistingNetwork(
        String vpcId, Map<String, Subnet> privateSubnets, Map<String, String> publicSubnets, Optional<Endpoints> endpoints) {

    /**
     * A subnet for tasks.
     *
     * @param id           its id
     * @param cidr         its IPv4 range
     * @param routeTableId its route table; peering adds a route
     */
    public record Subnet(String id, Ipv4Cidr cidr, String routeTableId) {}

    /**
     * Endpoints for ecr.api, ecr.dkr, logs and ssm with private DNS, and gateways for S3 and DynamoDB.
     *
     * @param securityGroupId       group of the interface endpoints
     * @param s3PrefixListId        AWS's prefix list of S3 in this region
     * @param dynamodbPrefixListId  that of DynamoDB
     */
    public record Endpoints(String securityGroupId, String s3PrefixListId, String dynamodbPrefixListId) {}

    /** Sorts by zone. */
    public ExistingNetwork {
        privateSubnets = Collections.unmodifiableMap(new TreeMap<>(privateSubnets));
        publicSubnets = Collections.unmodifiableMap(new TreeMap<>(publicSubnets));
    }

    /** Notes what does not fit the VPC's range and the zones in use. */
    public void check(Ipv4Cidr vpc, List<String> zones, Problems problems) {
        for (String zone : zones) {
            problems.require(privateSubnets.containsKey(zone), "existing.privateSubnets", privateSubnets.keySet(),
                    "a subnet for tasks in each zone, none found in " + zone);
            problems.require(publicSubnets.containsKey(zone), "existing.publicSubnets", publicSubnets.keySet(),
                    "a subnet for the load balancer in each zone, none found in " + zone);
        }
        List<Map.Entry<String, Subnet>> seen = new ArrayList<>();
        for (Map.Entry<String, Subnet> subnet : privateSubnets.entrySet()) {
            Ipv4Cidr cidr = subnet.getValue().cidr();
            problems.require(vpc.contains(cidr), "existing.privateSubnets." + subnet.getKey(), cidr.toString(),
                    "a part of " + vpc + ", the range of " + vpcId);
            for (Map.Entry<String, Subnet> other : seen) {
                problems.require(!cidr.overlaps(other.getValue().cidr()), "existing.privateSubnets." + subnet.getKey(),
                        cidr.toString(), "no address of " + other.getValue().cidr() + " in " + other.getKey());
            }
            seen.add(subnet);
        }
    }
}
