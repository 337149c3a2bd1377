package dev.tandem.components.failover;

import dev.tandem.components.args.Problems;
import dev.tandem.components.failover.machine.PairedService;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a pair of regions is made from; the same in both stacks. Immutable, checked when made.
 *
 * @param primaryRegion   region that serves normally
 * @param secondaryRegion region that survives it and owns what is shared
 * @param domain          public hosted zone, such as {@code tandem.example.com}
 * @param host            name in that zone under which the services are reached, such as {@code api}; empty for the zone's
 *                        own name
 * @param primaryWeight   share of the answers that the primary gets while healthy, 1 to 255
 * @param secondaryWeight share of the secondary, 0 to 255; 0 only when the primary is unhealthy
 * @param check           how each region's load balancer is asked whether it serves
 * @param services        what moves with a takeover: tables and capacity; at least one
 * @param automatic       whether the takeover starts by itself once the primary cannot be reached; names move in any case
 * @param dataProtected   whether the pair's tables refuse to be deleted
 * @param tags            tags of what is made in the primary's region, where the stack's own default tags don't reach
 * @param hostedZoneId    a public hosted zone of the domain that is there; otherwise the secondary makes one
 */
public record FailoverArgs(
        String primaryRegion,
        String secondaryRegion,
        String domain,
        String host,
        int primaryWeight,
        int secondaryWeight,
        EdgeCheck check,
        List<PairedService> services,
        boolean automatic,
        boolean dataProtected,
        Map<String, String> tags,
        Optional<String> hostedZoneId) {

    /** Source: Route 53 API reference, ResourceRecordSet, Weight. */
    private static final int MAX_WEIGHT = 255;

    private static final int ALL = 100;

    private static final String REGION = "[a-z]{2}-[a-z]+-\\d";
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** @throws IllegalArgumentException with everything that is wrong */
    public FailoverArgs {
        Problems problems = new Problems("FailoverPair arguments");
        problems.require(matches(primaryRegion, REGION), "primaryRegion", primaryRegion, "a region such as eu-central-1");
        problems.require(matches(secondaryRegion, REGION) && !secondaryRegion.equals(primaryRegion), "secondaryRegion",
                secondaryRegion, "a region such as eu-west-1, another than the primary " + primaryRegion);
        problems.require(matches(domain, LABEL + "(\\." + LABEL + ")+"), "domain", domain,
                "a domain name such as \"tandem.example.com\"");
        problems.require(matches(host, "(" + LABEL + ")?"), "host", host, "one label such as \"api\", or nothing");
        problems.require(primaryWeight >= 1 && primaryWeight <= MAX_WEIGHT, "primaryWeight", primaryWeight,
                "1 to " + MAX_WEIGHT);
        problems.require(secondaryWeight >= 0 && secondaryWeight <= MAX_WEIGHT, "secondaryWeight", secondaryWeight,
                "0 to " + MAX_WEIGHT);
        problems.require(!services.isEmpty(), "services", services.size() + " services", "at least 1 that can move");
        problems.throwIfAny();
        services = List.copyOf(services);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** A pair that makes its own hosted zone. */
    public FailoverArgs(
            String primaryRegion, String secondaryRegion, String domain, String host, int primaryWeight, int secondaryWeight,
            EdgeCheck check, List<PairedService> services, boolean automatic, boolean dataProtected, Map<String, String> tags) {
        this(primaryRegion, secondaryRegion, domain, host, primaryWeight, secondaryWeight, check, services, automatic,
                dataProtected, tags, Optional.empty());
    }

    /** A pair of which the primary serves all, and the secondary only when the primary is unhealthy; tables are protected. */
    public static FailoverArgs of(
            String primaryRegion, String secondaryRegion, String domain, String host, EdgeCheck check,
            List<PairedService> services, Map<String, String> tags) {
        return new FailoverArgs(
                primaryRegion, secondaryRegion, domain, host, ALL, 0, check, services, true, true, tags);
    }

    private static boolean matches(String value, String pattern) {
        return value != null && value.matches(pattern);
    }
}
