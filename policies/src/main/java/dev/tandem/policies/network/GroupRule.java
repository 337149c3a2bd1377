package dev.tandem.policies.network;

import dev.tandem.policy.model.Property;
import java.util.List;
import java.util.OptionalLong;

/**
 * One rule of a security group, whichever kind of resource said it.
 *
 * @param ingress whether it lets traffic in
 * @param at where the rule is
 * @param protocol the protocol's name or number; {@code -1} is all
 * @param from first port
 * @param to last port
 * @param cidrs IPv4 and IPv6 ranges of the other side
 */
public record GroupRule(
        boolean ingress, Property at, Property protocol, Property from, Property to, List<Property> cidrs) {

    /** Whether every protocol, or every port, is meant. */
    public boolean allPorts() {
        String name = protocol.stringOr("-1");
        if (name.equals("-1") || name.equalsIgnoreCase("all")) {
            return true;
        }
        if (name.toLowerCase(java.util.Locale.ROOT).startsWith("icmp") || name.equals("1") || name.equals("58")) {
            return false;
        }
        OptionalLong first = from.integer();
        OptionalLong last = to.integer();
        return first.isEmpty() || last.isEmpty() || first.getAsLong() <= 1 && last.getAsLong() >= 65535
                || first.getAsLong() == -1;
    }

    /** Whether exactly this TCP port is meant. */
    public boolean isTcpPort(long port) {
        String name = protocol.stringOr("-1");
        return (name.equalsIgnoreCase("tcp") || name.equals("6"))
                && from.integerOr(-1) == port
                && to.integerOr(from.integerOr(-1)) == port;
    }

    /** Protocol and ports for ids and messages, such as {@code tcp/22}, {@code tcp/8000-9000}, {@code all}. */
    public String ports() {
        if (allPorts()) {
            return "all";
        }
        long first = from.integerOr(0);
        long last = to.integerOr(first);
        return protocol.stringOr("") + "/" + (first == last ? first : first + "-" + last);
    }
}
