package dev.tandem.components.network;

import dev.tandem.components.args.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a region's network is made from. Immutable, checked when it is built.
 *
 * @param region        AWS region
 * @param accountId     account that endpoints let through, twelve digits
 * @param cidr          IPv4 range of the VPC, /16 to /22
 * @param zones         availability zones, two to four; kept in alphabetical order
 * @param endpointZones in how many of them each interface endpoint has an interface; each costs by the hour
 * @param egress        how private subnets reach AWS
 * @param callers       AWS services besides the usual that tasks call: of {@code events}, {@code sns}, {@code sqs}; without a
 *                      route out each needs an endpoint
 * @param dataSubnets   whether each zone has a subnet for databases
 * @param existing      a VPC to adopt instead of making one
 */
public record NetworkArgs(
        String region, String accountId, Ipv4Cidr cidr, List<String> zones, int endpointZones, Egress egress,
        Set<String> callers, boolean dataSubnets, Optional<ExistingNetwork> existing) {

    /** @throws IllegalArgumentException with everything that is wrong */
    public NetworkArgs {
        Objects.requireNonNull(cidr, "cidr");
        Objects.requireNonNull(egress, "egress");
        zones = zones.stream().sorted().toList();
        callers = Set.copyOf(callers);
        Problems problems = new Problems("network of " + region);
        String size = AddressPlan.sizeProblem(cidr);
        problems.require(size == null, "cidr", cidr.toString(), "/16 to /22: " + size);
        problems.require(accountId != null && accountId.matches("\\d{12}"), "accountId", accountId, "12 digits");
        problems.require(zones.size() >= 2 && zones.size() <= AddressPlan.LETTERS.length(), "zones",
                zones, "2 to " + AddressPlan.LETTERS.length() + " of them");
        problems.require(new HashSet<>(zones).size() == zones.size(), "zones", zones, "each only once");
        for (String zone : zones) {
            problems.require(zone.matches(Pattern.quote(region) + "[" + AddressPlan.LETTERS + "]"),
                    "zones", zone, "a zone of " + region + ", such as " + region + "a");
        }
        problems.require(endpointZones >= 1 && endpointZones <= zones.size(), "endpointZones", endpointZones,
                "1 to " + zones.size() + ", the number of zones");
        problems.require(EndpointPolicies.CALLERS.containsAll(callers), "callers", callers,
                "some of " + EndpointPolicies.CALLERS);
        if (existing.isPresent()) {
            existing.get().check(cidr, zones, problems);
            problems.require(!dataSubnets, "dataSubnets", true, "false in " + existing.get().vpcId()
                    + ", whose owner makes the subnets");
        }
        problems.throwIfAny();
    }

    /** A network of its own with the usual endpoints and no data subnets. */
    public NetworkArgs(String region, String accountId, Ipv4Cidr cidr, List<String> zones, int endpointZones) {
        this(region, accountId, cidr, zones, endpointZones, Egress.ENDPOINTS, Set.of(), false, Optional.empty());
    }
}
