package dev.tandem.infra.config;

import dev.tandem.components.chaos.ChaosArgs;
import dev.tandem.components.edge.CertificatePlan;
import dev.tandem.components.network.Egress;
import dev.tandem.components.network.Ipv4Cidr;
import dev.tandem.components.network.NetworkModule;
import dev.tandem.components.pipeline.PipelineArgs;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.RightSizing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stack's configuration, checked. Immutable. docs/config.md explains every key.
 *
 * @param stack                  name of the stack, which names its file
 * @param region                 {@code aws:region}
 * @param role                   which of the two regions this is
 * @param environment            part of physical names
 * @param domain                 public hosted zone of the pair
 * @param certificate            certificate of the pair's public name in this region
 * @param permissionsBoundaryArn policy that every role must carry
 * @param createsBoundary        whether the stack makes that policy
 * @param accountId              account of that policy: everything is created there
 * @param costOwner              tag
 * @param costCeilingEur         EUR a month for this region
 * @param exchangeRate           what a euro is in dollars
 * @param network                address range, zones
 * @param peer                   the other region
 * @param failover               how traffic is shared between the two
 * @param alarmEmails            who hears of alarms
 * @param logRetentionDays       days that logs are kept
 * @param deletionProtection     whether AWS refuses to delete load balancer and tables
 * @param identity               who vouches for the services
 * @param mesh                   what carries the mesh
 * @param services               what runs here, sorted by name
 * @param trials                 trials of services in staging, sorted by name; none unless staging is on
 * @param observed               what applications used, by service, for advice on sizes
 * @param existing               what the account already has
 * @param choices                what the stack has besides the usual
 * @param pipeline               whose jobs deploy, where the stack makes their roles
 * @param chaos                  what experiments the region gets, where it gets any
 */
public record StackConfig(
        String stack,
        String region,
        Role role,
        String environment,
        String domain,
        CertificatePlan certificate,
        String permissionsBoundaryArn,
        boolean createsBoundary,
        String accountId,
        String costOwner,
        BigDecimal costCeilingEur,
        ExchangeRate exchangeRate,
        Network network,
        Peer peer,
        Failover failover,
        List<String> alarmEmails,
        int logRetentionDays,
        boolean deletionProtection,
        Identity identity,
        Mesh mesh,
        List<MeshServiceArgs> services,
        List<MeshServiceArgs> trials,
        Map<String, RightSizing.Observed> observed,
        Existing existing,
        Choices choices,
        Optional<PipelineArgs> pipeline,
        Optional<ChaosArgs> chaos) {

    /** First part of physical names. */
    public static final String PROJECT = "tandem";

    /** Name of the file that a stack's configuration comes from. */
    public static String file(String stack) {
        return "Pulumi." + stack + ".yaml";
    }

    /** All that runs here: services, and trials in staging. */
    public List<MeshServiceArgs> running() {
        return Stream.concat(services.stream(), trials.stream()).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** The ceiling in USD a month, rounded to cents. */
    public BigDecimal costCeilingUsd() {
        return costCeilingEur.multiply(exchangeRate.usdPerEur()).setScale(2, RoundingMode.HALF_UP);
    }

    /** Which of the two regions a stack is. */
    public enum Role {
        /** Serves all traffic as long as it is healthy. */
        PRIMARY,
        /** Takes over, and owns whatever both regions share: it is the one that survives. */
        SECONDARY
    }

    /**
     * What a euro is in dollars.
     *
     * @param usdPerEur dollars for one euro
     * @param date      day of the rate
     */
    public record ExchangeRate(BigDecimal usdPerEur, LocalDate date) {}

    /**
     * Address range and zones.
     *
     * @param cidr          range of the VPC
     * @param zones         availability zones
     * @param endpointZones zones in which each interface endpoint has an interface
     * @param egress        how private subnets reach AWS
     * @param dataSubnets   whether each zone has a subnet for databases
     * @param module        whose component puts it together
     */
    public record Network(Ipv4Cidr cidr, List<String> zones, int endpointZones, Egress egress, boolean dataSubnets,
            NetworkModule module) {}

    /**
     * The other region.
     *
     * @param region   its name
     * @param cidr     range of its VPC
     * @param stack    name of its stack
     * @param required whether it must be deployed; false until both regions are
     */
    public record Peer(String region, Ipv4Cidr cidr, String stack, boolean required) {}

    /**
     * How the public name is shared between the regions.
     *
     * @param host            label of the public name in the zone; empty is the zone's own name
     * @param primaryWeight   DNS weight of the primary, 1 to 255
     * @param secondaryWeight DNS weight of the secondary, 0 to 255
     * @param checkPath       path by which each region is asked whether it serves
     * @param automatic       whether the takeover starts by itself once the primary cannot be reached
     */
    public record Failover(String host, int primaryWeight, int secondaryWeight, String checkPath, boolean automatic) {}


    /**
     * Who vouches for the services.
     *
     * @param trustDomain SPIFFE trust domain, the same in both regions
     * @param issuerImage image of the issuer's function
     * @param caKeys      names of the CA's keys, the last for new CAs
     */
    public record Identity(String trustDomain, String issuerImage, List<String> caKeys) {}

    /**
     * What carries the mesh.
     *
     * @param backend       {@code envoy} or {@code app-mesh}
     * @param canaryPercent with {@code app-mesh}: share of a service's canary, by service
     * @param privateCaArn  with {@code app-mesh}: ACM Private CA that servers' certificates are checked against
     */
    public record Mesh(String backend, Map<String, Integer> canaryPercent, Optional<String> privateCaArn) {}
}
