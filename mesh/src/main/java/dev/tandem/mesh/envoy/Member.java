package dev.tandem.mesh.envoy;

import java.util.Objects;

/**
 * One task of a version in the other region.
 *
 * @param address IPv4 address, reachable through the peering
 * @param port    its mesh port
 */
public record Member(String address, int port) implements Comparable<Member> {

    /** Checked at the door: a name would have to be resolved, and names are local to a region. */
    public Member {
        Objects.requireNonNull(address, "address");
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw new IllegalArgumentException("member is '" + address + "', expected an IPv4 address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port of " + address + " is " + port + ", expected 1 to 65535");
        }
    }

    @Override
    public int compareTo(Member other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
    }
}
