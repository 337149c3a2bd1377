package dev.tandem.components.network;

import java.util.Arrays;
import java.util.List;

/** Whose component puts a region's network together. */
public enum NetworkModule {
    /** {@link Network}: IPv6 out through the egress-only gateway, no public addresses by themselves. */
    TANDEM("tandem"),
    /** {@code awsx.ec2.Vpc}: IPv4 only, a table for each subnet, names and tags as other stacks of an account may have them. */
    AWSX("awsx");

    private final String text;

    NetworkModule(String text) {
        this.text = text;
    }

    /**
     * The module of a word.
     *
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    public static NetworkModule of(String text) {
        return Arrays.stream(values()).filter(module -> module.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the network module \"" + text + "\", expected one of "
                        + texts()));
    }

    /** The words there are. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(NetworkModule::text).toList();
    }

    /** The word that configuration uses. */
    public String text() {
        return text;
    }

    /** What is in the way of this module with a way out and adopted parts, or {@code null}. */
    public String problem(Egress egress, boolean existing) {
        if (this == TANDEM) {
            return null;
        }
        if (existing) {
            return "a network that the stack makes: awsx.ec2.Vpc makes one, and a VPC is adopted";
        }
        return egress == Egress.ENDPOINTS
                ? "another way out than endpoints, one of [isolated, nat-single, nat-per-az]: subnets of awsx.ec2.Vpc have no"
                        + " IPv6 range, which " + egress.text() + " leave by"
                : null;
    }
}
