package dev.tandem.components.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the /56 that Amazon gives a VPC into the /64 ranges that its subnets take. */
public final class Ipv6Subnets {

    /** A /56 ends in the middle of the fourth group, which is left out when it is zero. */
    private static final Pattern BLOCK = Pattern.compile("((?:[0-9a-f]{1,4}:){2}[0-9a-f]{1,4})(?::([0-9a-f]{1,4}))?::/56");

    private Ipv6Subnets() {}

    /**
     * The subnet of an index.
     *
     * @param block the VPC's range as AWS reports it, such as {@code 2a05:d014:1b2:4300::/56}
     * @param index 0 to 255
     * @return such as {@code 2a05:d014:1b2:4301::/64}
     * @throws IllegalArgumentException when the block is no /56 or the index is out of range
     */
    public static String of(String block, int index) {
        if (index < 0 || index > 255) {
            throw new IllegalArgumentException("IPv6 subnet " + index + ", expected 0 to 255: a /56 has 256 of /64");
        }
        Matcher matcher = BLOCK.matcher(block == null ? "" : block);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + block + "\" is not an Amazon-provided range, expected a /56 such as 2a05:d014:1b2:4300::/56");
        }
        int group = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2), 16);
        if ((group & 0xFF) != 0) {
            throw new IllegalArgumentException("\"" + block + "\" starts inside its /56, expected "
                    + matcher.group(1) + ":" + Integer.toHexString(group & 0xFF00) + "::/56");
        }
        // As AWS prints it: no leading zeros, and a group of zero left out. Otherwise each update would see a change.
        int fourth = group | index;
        return matcher.group(1) + (fourth == 0 ? "" : ":" + Integer.toHexString(fourth)) + "::/64";
    }
}
