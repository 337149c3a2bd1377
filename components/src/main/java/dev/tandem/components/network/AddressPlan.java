package dev.tandem.components.network;

/**
 * Where a zone's subnets lie in the VPC's range.
 *
 * <p>The range falls into four quarters, one for each zone letter from a to d, whether the zone is used or not. So
 * neither a third zone nor another order of zones moves a subnet, which would replace it and everything in it. In a
 * quarter, the first half is the private subnet, the next eighth the public one, the next the data subnet, and the last
 * quarter stays free for a second tier of services.
 */
public final class AddressPlan {

    /** Largest VPC that AWS makes. */
    public static final int LARGEST_PREFIX = 16;

    /** Smallest VPC here: its public subnets are /27, and a load balancer asks for one of at least that size. */
    public static final int SMALLEST_PREFIX = 22;

    /** Zone letters that have a quarter. */
    public static final String LETTERS = "abcd";

    private static final int IPV6_PUBLIC = 0x10;
    private static final int IPV6_DATA = 0x20;

    private AddressPlan() {}

    /**
     * The subnet of a kind in a zone.
     *
     * @throws IllegalArgumentException when the range is too small or too large, or the zone's letter has no quarter
     */
    public static SubnetPlan subnet(Ipv4Cidr vpc, SubnetPlan.Kind kind, String zone) {
        String size = sizeProblem(vpc);
        if (size != null) {
            throw new IllegalArgumentException(size);
        }
        int slot = LETTERS.indexOf(zone.charAt(zone.length() - 1));
        if (slot < 0) {
            throw new IllegalArgumentException("zone \"" + zone + "\" has no place in the address plan, expected one"
                    + " that ends in a letter of \"" + LETTERS + "\"");
        }
        Ipv4Cidr quarter = vpc.part(vpc.prefix() + 2, slot);
        return switch (kind) {
            case PRIVATE -> new SubnetPlan(kind, zone, quarter.part(vpc.prefix() + 3, 0), slot);
            case PUBLIC -> new SubnetPlan(kind, zone, quarter.part(vpc.prefix() + 5, 4), IPV6_PUBLIC + slot);
            case DATA -> new SubnetPlan(kind, zone, quarter.part(vpc.prefix() + 5, 5), IPV6_DATA + slot);
        };
    }

    /**
     * What stays free in a zone for a second tier of services: the last quarter of the zone's quarter.
     *
     * @throws IllegalArgumentException like {@link #subnet}
     */
    public static Ipv4Cidr secondTier(Ipv4Cidr vpc, String zone) {
        return vpc.part(vpc.prefix() + 2, LETTERS.indexOf(subnet(vpc, SubnetPlan.Kind.PRIVATE, zone).letter()))
                .part(vpc.prefix() + 4, 3);
    }

    /** What is wrong with the size of a VPC's range, with both numbers, or {@code null}. */
    public static String sizeProblem(Ipv4Cidr vpc) {
        if (vpc.prefix() > SMALLEST_PREFIX) {
            return vpc + " has " + vpc.size() + " addresses, expected at least " + (1 << (32 - SMALLEST_PREFIX)) + " (/"
                    + SMALLEST_PREFIX + "): four zones of a private and a public subnet";
        }
        if (vpc.prefix() < LARGEST_PREFIX) {
            return vpc + " has " + vpc.size() + " addresses, expected at most " + (1 << (32 - LARGEST_PREFIX)) + " (/"
                    + LARGEST_PREFIX + "), the largest VPC";
        }
        return null;
    }
}
