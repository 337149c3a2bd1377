package dev.tandem.components.failover;

import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.Zone;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two regions as one. Each stack declares it, and gets its side.
 *
 * <p>The primary's side is the replication of images out of its registry, nothing else: it needs nothing from the secondary.
 * The secondary's side is all that is shared: zone, health checks, the weighted pair of records, and the peering with routes in
 * both regions. As long as the primary is not deployed the records, its check and the peering are left out.
 */
public final class FailoverPair extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:failover:FailoverPair";

    private final FailoverPlan plan;
    private final Optional<Output<List<String>>> nameServers;

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
        if (primary) {
            ImageReplication.create(name, plan.images(), own.accountId(), child);
            nameServers = Optional.empty();
        } else {
            Zone zone = dns(name, own, peer, child);
            peer.ifPresent(outside -> RegionPeering.create(name, own, args, plan.peering().orElseThrow(), outside, child));
            nameServers = Optional.of(zone.nameServers());
            outputs.put("nameServers", zone.nameServers());
            outputs.put("publicName", Output.of(plan.record()));
            outputs.put("paired", Output.of(peer.isPresent()));
        }
        outputs.put("recoverySeconds", Output.of(plan.budget().totalSeconds()));
        registerOutputs(outputs);
    }

    private Zone dns(String name, FoundationRef own, Optional<PeerOutputs> peer, CustomResourceOptions child) {
        FailoverDns dns = new FailoverDns(name, own, plan, child);
        Zone zone = dns.zone();
        HealthCheck secondaryEdge = dns.edge("secondary", own.region(), own.albDnsName());
        HealthCheck takeover = dns.takeover();
        peer.ifPresent(outside -> {
            FailoverPlan.Target primary = plan.targets().get(0);
            FailoverPlan.Target secondary = plan.targets().get(1);
            HealthCheck primaryEdge = dns.edge("primary", primary.region(), Output.of(outside.albDnsName()));
            dns.record("primary", zone, primary, Output.of(outside.albDnsName()), Output.of(outside.albZoneId()),
                    dns.primary(primaryEdge, takeover));
            dns.record("secondary", zone, secondary, own.albDnsName(), own.albZoneId(), secondaryEdge);
        });
        return zone;
    }

    /** What it was made from. */
    public FailoverPlan plan() {
        return plan;
    }

    /** Name servers of the public zone, to be entered at the registrar; empty in the primary's stack. */
    public Optional<Output<List<String>>> nameServers() {
        return nameServers;
    }
}
