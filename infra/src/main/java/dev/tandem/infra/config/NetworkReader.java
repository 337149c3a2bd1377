package dev.tandem.infra.config;

import dev.tandem.components.network.AddressPlan;
import dev.tandem.components.network.Egress;
import dev.tandem.components.network.Ipv4Cidr;
import dev.tandem.components.network.NetworkModule;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** Reads what concerns the networks of both regions: {@code tandem:network} and {@code tandem:peer}. */
final class NetworkReader {

    private static final Expected RANGE = new Expected("a private IPv4 range of /16 to /22 in CIDR notation", "10.20.0.0/16");
    private static final List<Ipv4Cidr> PRIVATE = List.of(
            Ipv4Cidr.parse("10.0.0.0/8"), Ipv4Cidr.parse("172.16.0.0/12"), Ipv4Cidr.parse("192.168.0.0/16"));

    private final Section tandem;
    private final String stack;
    private final String region;
    private final List<String> allowed;

    /**
     * @param region  this stack's region, or {@code null} when it is unusable
     * @param allowed allowed regions, or {@code null} when they are unusable
     */
    NetworkReader(Section tandem, String stack, String region, List<String> allowed) {
        this.tandem = tandem;
        this.stack = stack;
        this.region = region;
        this.allowed = allowed == null ? Regions.IN_THE_UNION : allowed;
    }

    static StackConfig.ExchangeRate exchangeRate(Section tandem) {
        Section rate = tandem.object("exchangeRate", new Expected(
                "an object of usdPerEur and date", "{usdPerEur: 1.1186, date: \"2026-10-08\"}"));
        if (rate == null) {
            return null;
        }
        // The euro has been between 0.82 (October 2000) and 1.60 (July 2008) dollars: ECB reference rates.
        BigDecimal usd = rate.decimal("usdPerEur", "0.7", "1.8", "dollars for one euro", "1.1186");
        String date = rate.text("date", NetworkReader::isDate, new Expected("the day of the rate, as YYYY-MM-DD", "2026-10-08"));
        rate.rejectUnknown();
        return usd == null || date == null ? null : new StackConfig.ExchangeRate(usd, LocalDate.parse(date));
    }

    StackConfig.Network network() {
        Section network = tandem.object("network", new Expected("an object of cidr, availabilityZones,"
                + " endpointAvailabilityZones, egress, dataSubnets and module", "{cidr: 10.20.0.0/16, availabilityZones: [eu-central-1a, eu-central-1b]}"));
        if (network == null) {
            return null;
        }
        Ipv4Cidr cidr = cidr(network);
        List<String> known = Regions.zones(region == null ? "eu-central-1" : region);
        List<String> zones = network.texts("availabilityZones", zone -> region == null || known.contains(zone),
                new Expected("zones of " + (region == null ? "the stack's region" : region + ": " + known),
                        "[" + known.get(0) + ", " + known.get(1) + "]"));
        if (zones != null && (zones.size() < 2 || new HashSet<>(zones).size() < zones.size())) {
            network.problem("availabilityZones", zones.size() + " zones: " + zones,
                    new Expected("at least 2 zones, each only once", "[" + known.get(0) + ", " + known.get(1) + "]"));
            zones = null;
        }
        Integer endpoints = network.integer("endpointAvailabilityZones", 1, zones == null ? 3 : zones.size(),
                "zones in which each interface endpoint has an interface", 1, 1);
        Egress egress = egress(network);
        Boolean data = network.flag("dataSubnets", false);
        NetworkModule module = module(network, egress);
        network.rejectUnknown();
        return cidr == null || zones == null || endpoints == null || egress == null || data == null || module == null
                ? null : new StackConfig.Network(cidr, zones, endpoints, egress, data, module);
    }

    private static NetworkModule module(Section network, Egress egress) {
        if (!network.has("module")) {
            return NetworkModule.TANDEM;
        }
        String text = network.text("module", NetworkModule.texts()::contains,
                new Expected("whose component makes the network, one of " + NetworkModule.texts(), "awsx"));
        if (text == null) {
            return null;
        }
        NetworkModule module = NetworkModule.of(text);
        String problem = egress == null ? null : module.problem(egress, false);
        if (problem != null) {
            network.problem("module", "\"" + text + "\"", new Expected(problem, "awsx with egress: nat-single"));
        }
        return module;
    }

    private static Egress egress(Section network) {
        if (!network.has("egress")) {
            return Egress.ENDPOINTS;
        }
        String text = network.text("egress", Egress.texts()::contains,
                new Expected("a way out, one of " + Egress.texts(), "endpoints"));
        return text == null ? null : Egress.of(text);
    }

    StackConfig.Peer peer(StackConfig.Network own) {
        Section peer = tandem.object("peer", new Expected(
                "an object of region, cidr and stack", "{region: eu-west-1, cidr: 10.30.0.0/16, stack: eu-west-1}"));
        if (peer == null) {
            return null;
        }
        String other = peer.text("region", name -> allowed.contains(name) && !name.equals(region), new Expected(
                "the other of the allowed regions " + allowed + (region == null ? "" : ", not " + region), "eu-west-1"));
        Ipv4Cidr cidr = cidr(peer);
        if (cidr != null && own != null && cidr.overlaps(own.cidr())) {
            peer.problem("cidr", cidr + ", which overlaps tandem:network.cidr " + own.cidr(),
                    new Expected("a range that shares no address with " + own.cidr(), "10.30.0.0/16"));
        }
        String name = peer.text("stack", text -> text.matches(Patterns.STACK) && !text.equals(stack),
                new Expected("the name of the other region's stack, not " + stack, "eu-west-1"));
        Boolean required = peer.flag("required", false);
        peer.rejectUnknown();
        return other == null || cidr == null || name == null || required == null
                ? null : new StackConfig.Peer(other, cidr, name, required);
    }

    private static Ipv4Cidr cidr(Section section) {
        String text = section.text("cidr", any -> true, RANGE);
        if (text == null) {
            return null;
        }
        Ipv4Cidr cidr;
        try {
            cidr = Ipv4Cidr.parse(text);
        } catch (IllegalArgumentException malformed) {
            section.problem("cidr", malformed.getMessage(), RANGE);
            return null;
        }
        String size = AddressPlan.sizeProblem(cidr);
        if (size != null) {
            section.problem("cidr", size, RANGE);
            return null;
        }
        if (PRIVATE.stream().noneMatch(range -> range.contains(cidr))) {
            section.problem("cidr", cidr + ", which is not private", new Expected("a part of " + PRIVATE, RANGE.example()));
            return null;
        }
        return cidr;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
