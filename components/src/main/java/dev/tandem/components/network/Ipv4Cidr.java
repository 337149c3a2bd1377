package dev.tandem.components.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses in CIDR notation. Immutable.
 *
 * @param address first address of the range as an unsigned 32-bit number
 * @param prefix  number of leading bits that are fixed, 0 to 32
 */
public record Ipv4Cidr(long address, int prefix) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 32;

    /** @throws IllegalArgumentException when the prefix is out of range or the address is not the range's first */
    public Ipv4Cidr {
        if (prefix < 0 || prefix > BITS) {
            throw new IllegalArgumentException("prefix /" + prefix + ", expected /0 to /" + BITS);
        }
        if (address < 0 || address >= 1L << BITS) {
            throw new IllegalArgumentException("address " + address + ", expected an unsigned 32-bit number");
        }
        long first = address & mask(prefix);
        if (first != address) {
            throw new IllegalArgumentException(dotted(address) + "/" + prefix
                    + " starts inside its range, expected its first address: " + dotted(first) + "/" + prefix);
        }
    }

    /**
     * Reads CIDR notation.
     *
     * @param text such as {@code 10.20.0.0/16}
     * @throws IllegalArgumentException when it is something else; the message says what and what was expected
     */
    public static Ipv4Cidr parse(String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an IPv4 range, expected CIDR notation such as 10.20.0.0/16");
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int octet = Integer.parseInt(matcher.group(group));
            if (octet > 255) {
                throw new IllegalArgumentException("\"" + text + "\" has the octet " + octet + ", expected 0 to 255");
            }
            address = address << 8 | octet;
        }
        return new Ipv4Cidr(address, Integer.parseInt(matcher.group(5)));
    }

    /** Number of addresses in the range. */
    public long size() {
        return 1L << (BITS - prefix);
    }

    /** Whether every address of the other range is in this one. */
    public boolean contains(Ipv4Cidr other) {
        return other.prefix >= prefix && (other.address & mask(prefix)) == address;
    }

    /** Whether the two ranges share an address. */
    public boolean overlaps(Ipv4Cidr other) {
        return contains(other) || other.contains(this);
    }

    /**
     * One of the equal parts that this range falls into.
     *
     * @param partPrefix prefix of a part, at least this range's
     * @param index      which part, from 0
     * @throws IllegalArgumentException when there is no such part
     */
    public Ipv4Cidr part(int partPrefix, int index) {
        long parts = partPrefix < prefix || partPrefix > BITS ? 0 : 1L << (partPrefix - prefix);
        if (index < 0 || index >= parts) {
            throw new IllegalArgumentException(
                    this + " has " + parts + " parts of /" + partPrefix + ", part " + index + " is not one of them");
        }
        return new Ipv4Cidr(address + ((long) index << (BITS - partPrefix)), partPrefix);
    }

    /** CIDR notation. */
    @Override
    public String toString() {
        return dotted(address) + "/" + prefix;
    }

    private static long mask(int prefix) {
        return prefix == 0 ? 0 : 0xFFFFFFFFL << (BITS - prefix) & 0xFFFFFFFFL;
    }

    private static String dotted(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
