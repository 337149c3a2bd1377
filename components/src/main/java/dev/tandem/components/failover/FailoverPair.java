package dev.tandem.components.failover;

import com.pulumi.aws.Provider;
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.Zone;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.endpoints.EndpointWriter;
import dev.tandem.components.endpoints.EndpointsPlan;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionRoles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two regions as one. Each stack declares it, and gets its side.
 *
 * <p>Both sides exchange events and write down where their tasks are. The primary's side also replicates images out of its
 * registry; it needs nothing from the secondary. The secondary's side is all that is shared: zone, health checks, the weighted
 * pair of records, the peering with routes in both regions, and the machines that take over and give back. As long as the
 * primary is not deployed the records, its check, the peering and the machines are left out.
 */
public final class FailoverPair extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:failover:FailoverPair";

    private final FailoverPlan plan;
    private final Optional<Output<List<String>>> nameServers;
    private final Optional<Output<String>> zoneId;
    private final EventExchange exchange;
    private final Optional<Provider> primaryProvider;

    /**
     * Declares this region's side.
     *
     * @param name    Pulumi name, prefix of all children's names
     * @param own     this region; the primary or the secondary of the arguments
     * @param args    the pair
     * @param peer    the primary's outputs, see {@link PeerStack}; empty in the primary's own stack
     * @param options options; its provider decides the region
     * @throws IllegalArgumentException when the region is neither of the two, or the peer does not fit
     */
    public FailoverPair(
            String name, FoundationRef own, FailoverArgs args, Optional<PeerOutputs> peer, ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        Map<String, Output<?>> outputs = new HashMap<>();
        boolean primary = own.region().equals(args.primaryRegion());
        if (!primary && !own.region().equals(args.secondaryRegion())) {
            throw new IllegalArgumentException("this stack's region is " + own.region() + ", which is neither the primary "
                    + args.primaryRegion() + " nor the secondary " + args.secondaryRegion() + " of the pair");
        }
        plan = FailoverPlan.of(args, own.project(), own.environment(), own.vpcCidr(), primary ? Optional.empty() : peer);
        ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
        FunctionRoles roles = FunctionRoles.in(own);
        exchange = new EventExchange(name + "-events", own,
                ExchangePlan.of(roles, primary ? args.secondaryRegion() : args.primaryRegion()), part);
        new EndpointWriter(name + "-endpoints", own, EndpointsPlan.of(roles), exchange, part);
        if (primary) {
            ImageReplication.create(name, plan.images(), own.accountId(), child);
            nameServers = Optional.empty();
            zoneId = args.hostedZoneId().map(Output::of);
            primaryProvider = Optional.empty();
        } else {
            SurvivorPlan machines = plan.survivor(
                    args, own.project(), own.environment(), own.accountId(), own.permissionsBoundaryArn(),
                    own.knownAlarmTopicArn());
            Survivor survivor = new Survivor(name, own, machines, peer, args.dataProtected(), exchange, part);
            peer.ifPresent(outside -> survivor.watch(outside, args.check(), args.automatic()));
            FailoverDns dns = new FailoverDns(name, own, plan, child);
            Optional<Zone> zone = args.hostedZoneId().isPresent() ? Optional.empty() : Optional.of(dns.zone());
            Output<String> id = args.hostedZoneId().map(Output::of).orElseGet(() -> zone.orElseThrow().zoneId());
            zoneId = Optional.of(id);
            records(dns, id, own, peer, survivor);
            primaryProvider = peer.map(
                    outside -> RegionPeering.create(name, own, args, plan.peering().orElseThrow(), outside, child));
            nameServers = zone.map(Zone::nameServers);
            nameServers.ifPresent(servers -> outputs.put("nameServers", servers));
            outputs.put("publicName", Output.of(plan.record()));
            outputs.put("paired", Output.of(peer.isPresent()));
        }
        outputs.put("recoverySeconds", Output.of(plan.budget().totalSeconds()));
        registerOutputs(outputs);
    }

    private void records(
            FailoverDns dns, Output<String> zoneId, FoundationRef own, Optional<PeerOutputs> peer, Survivor survivor) {
        HealthCheck secondaryEdge = dns.edge("secondary", own.region(), own.albDnsName());
        HealthCheck takeover = dns.takeover();
        peer.ifPresent(outside -> {
            FailoverPlan.Target primary = plan.targets().get(0);
            FailoverPlan.Target secondary = plan.targets().get(1);
            HealthCheck primaryEdge = dns.edge("primary", primary.region(), Output.of(outside.albDnsName()));
            HealthCheck primaryCheck = dns.primary(primaryEdge, takeover);
            dns.record("primary", zoneId, primary, Output.of(outside.albDnsName()), Output.of(outside.albZoneId()), primaryCheck);
            survivor.settings(Map.of(
                    "zoneId", zoneId,
                    "primaryAlb", Output.of(outside.albDnsName()),
                    "primaryAlbZone", Output.of(outside.albZoneId()),
                    "primaryCheck", primaryCheck.id(),
                    "primaryWeight", Output.of(Integer.toString(primary.weight())),
                    "survivorAlb", own.albDnsName(),
                    "survivorAlbZone", own.albZoneId(),
                    "survivorCheck", secondaryEdge.id(),
                    "survivorWeight", Output.of(Integer.toString(secondary.weight()))));
            dns.record("secondary", zoneId, secondary, own.albDnsName(), own.albZoneId(), secondaryEdge);
        });
    }

    /** What it was made from. */
    public FailoverPlan plan() {
        return plan;
    }

    /** The region's bus, and its queue of what could not be delivered. */
    public EventExchange exchange() {
        return exchange;
    }

    /** Provider of the primary's region, for what only the secondary knows; empty until the primary is deployed. */
    public Optional<Provider> primaryProvider() {
        return primaryProvider;
    }

    /** Id of the public zone; empty in the primary's stack unless it is adopted. */
    public Optional<Output<String>> zoneId() {
        return zoneId;
    }

    /** Name servers of the public zone, to be entered at the registrar; empty in the primary's stack and for a zone that is adopted. */
    public Optional<Output<List<String>>> nameServers() {
        return nameServers;
    }
}
