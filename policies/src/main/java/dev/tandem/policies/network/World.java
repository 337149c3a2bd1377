package dev.tandem.policies.network;

import dev.tandem.policy.model.Property;
import java.util.Optional;

/** Which address ranges are the whole internet, or so much of it that nobody is kept out. */
public final class World {

    /** Shorter prefixes than these hold more than any one organisation owns (IPv4 /8, IPv6 /16). */
    private static final int IPV4_BITS = 8;
    private static final int IPV6_BITS = 16;

    private World() {}

    /** The range of a rule that is the world, if any; an unknown range makes the rule undecided. */
    public static Optional<Property> in(GroupRule rule) {
        Optional<Property> known = rule.cidrs().stream()
                .filter(Property::isKnown)
                .filter(c -> isWorld(c.stringOr("")))
                .findFirst();
        if (known.isEmpty()) {
            rule.cidrs().forEach(Property::requireKnown);
        }
        return known;
    }

    /** Whether a CIDR is the world. Text that is no CIDR is not. */
    public static boolean isWorld(String cidr) {
        int slash = cidr.lastIndexOf('/');
        if (slash < 0) {
            return false;
        }
        try {
            int bits = Integer.parseInt(cidr.substring(slash + 1).trim());
            return bits >= 0 && bits < (cidr.contains(":") ? IPV6_BITS : IPV4_BITS) && !cidr.startsWith("f");
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
