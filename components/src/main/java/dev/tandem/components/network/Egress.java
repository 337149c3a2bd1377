package dev.tandem.components.network;

import java.util.Arrays;
import java.util.List;

/** How what runs in private subnets reaches AWS. S3 and DynamoDB have free gateway endpoints in every case. */
public enum Egress {
    /** Interface endpoints for what tasks cannot start without, an egress-only gateway (IPv6) for everything else. */
    ENDPOINTS("endpoints", true, true, false),
    /** Interface endpoints for every caller, no route out at all. */
    ISOLATED("isolated", true, false, false),
    /** One NAT gateway, in the first zone, for all zones; no interface endpoint. When its zone fails, nothing gets out. */
    NAT_SINGLE("nat-single", false, true, true),
    /** A NAT gateway in each zone; no interface endpoint. */
    NAT_PER_AZ("nat-per-az", false, true, true);

    private final String text;
    private final boolean endpoints;
    private final boolean ipv6Out;
    private final boolean nat;

    Egress(String text, boolean endpoints, boolean ipv6Out, boolean nat) {
        this.text = text;
        this.endpoints = endpoints;
        this.ipv6Out = ipv6Out;
        this.nat = nat;
    }

    /**
     * The way out of a word.
     *
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    public static Egress of(String text) {
        return Arrays.stream(values()).filter(egress -> egress.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the way out \"" + text + "\", expected one of "
                        + texts()));
    }

    /** The words there are. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Egress::text).toList();
    }

    /** The word that configuration uses. */
    public String text() {
        return text;
    }

    /** Whether there are interface endpoints. */
    public boolean endpoints() {
        return endpoints;
    }

    /** Whether private subnets have a route out by IPv6. */
    public boolean ipv6Out() {
        return ipv6Out;
    }

    /** Whether private subnets have a route out by IPv4. */
    public boolean nat() {
        return nat;
    }

    /** Zones, of those given in alphabetical order, that have a NAT gateway. */
    public List<String> natZones(List<String> zones) {
        return !nat ? List.of() : this == NAT_SINGLE ? zones.subList(0, 1) : zones;
    }
}
