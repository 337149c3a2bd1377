package dev.tandem.components.service;

import java.util.Locale;

/**
 * One permitted flow of a service's security group: the group has these and no others.
 *
 * @param direction   seen from the service's group
 * @param port        TCP port
 * @param peer        kind of the other side
 * @param peerName    service name or CIDR; empty when the kind says it all
 * @param description why, as it stands in the console
 */
public record TrafficEdge(Direction direction, int port, Peer peer, String peerName, String description) {

    /** Seen from the service's group. */
    public enum Direction {
        /** Somebody calls the service. */
        INGRESS,
        /** The service calls somebody. */
        EGRESS
    }

    /** Kinds of other sides. */
    public enum Peer {
        /** The region's load balancer, by security group. */
        LOAD_BALANCER,
        /** Another service, by security group. */
        SERVICE,
        /** The other region's VPC, by IPv4 range: a group cannot name one of another region. */
        OTHER_REGION,
        /** The interface endpoints, by security group. */
        ENDPOINTS,
        /** S3, by prefix list of the gateway endpoint. */
        S3,
        /** DynamoDB, by prefix list of the gateway endpoint. */
        DYNAMODB,
        /** Everything over IPv6 through the egress-only gateway, which lets nothing in. */
        IPV6_OUT,
        /** Everything over IPv4 through a NAT gateway, which lets nothing in. */
        IPV4_OUT
    }

    /** Stable part of the rule's resource name, such as {@code ingress-service-persona}. */
    public String key() {
        String kind = (direction + "-" + peer).toLowerCase(Locale.ROOT).replace('_', '-');
        return peer == Peer.SERVICE ? kind + "-" + peerName : kind;
    }
}
