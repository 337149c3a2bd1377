package dev.tandem.components.network;

/**
 * One subnet.
 *
 * @param kind      who lives in it
 * @param zone      availability zone, such as {@code eu-central-1a}
 * @param cidr      IPv4 range
 * @param ipv6Index which /64 of the VPC's /56, 0 to 255; used by private subnets only
 */
public record SubnetPlan(Kind kind, String zone, Ipv4Cidr cidr, int ipv6Index) {

    /** Who lives in a subnet. */
    public enum Kind {
        /** Tasks. No way in from outside; out by IPv6 only, through the egress-only gateway. */
        PRIVATE("private"),
        /** The load balancer and NAT gateways, nothing else. */
        PUBLIC("public"),
        /** Databases. No route out at all. */
        DATA("data");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The word used in resource names. */
        public String text() {
            return text;
        }
    }

    /** The last letter of the zone. */
    public String letter() {
        return zone.substring(zone.length() - 1);
    }

    /** Name among the region's subnets, such as {@code private-a}. */
    public String name() {
        return kind.text() + "-" + letter();
    }
}
