package dev.tandem.components.failover;

import dev.tandem.components.failover.machine.PairNames;
import dev.tandem.components.failover.machine.TakeoverMachine;
import dev.tandem.components.failover.machine.Timings;
import dev.tandem.components.network.Ipv4Cidr;
import dev.tandem.components.network.MeshPorts;
import java.util.List;
import java.util.Optional;

/**
 * Everything about a pair that is decided before AWS is asked; plain data, equal inputs give equal plans.
 *
 * @param owner    region whose stack owns what is shared: always the secondary
 * @param zone     public hosted zone
 * @param record   full name under which the services are reached
 * @param targets  the weighted pair, the primary first
 * @param check    how each load balancer is asked
 * @param takeover the alarm by which an operator takes the primary out
 * @param peering  private path between the regions; empty as long as the peer does not exist
 * @param images   images that go from the primary's registry to the secondary's
 * @param budget   recovery time
 */
public record FailoverPlan(
        String owner,
        String zone,
        String record,
        List<Target> targets,
        EdgeCheck check,
        Takeover takeover,
        Optional<Peering> peering,
        Images images,
        RecoveryBudget budget) {

    /**
     * One record of the weighted pair.
     *
     * @param region which region's load balancer
     * @param weight share of the answers; Route 53 uses weight 0 when all others are unhealthy
     */
    public record Target(String region, int weight) {}

    /**
     * An alarm at {@code 1} or more: standard resolution and a plain statistic, since Route 53 takes neither percentiles nor
     * high resolution. Route 53 reads the metric itself and keeps the last known status while nobody sends data, so one data
     * point switches and stays.
     *
     * @param alarmName     physical name
     * @param namespace     metric namespace
     * @param metric        1 takes the primary out, 0 gives it back
     * @param periodSeconds length of one data point
     */
    public record Takeover(String alarmName, String namespace, String metric, int periodSeconds) {}

    /**
     * Routes through the peering, in both regions. Only the mesh port is open to the other range, in each service's group.
     *
     * @param primaryCidr   the primary's range
     * @param secondaryCidr the secondary's range
     * @param port          the only port that groups open to the other range
     */
    public record Peering(String primaryCidr, String secondaryCidr, int port) {}

    /**
     * Replication of images.
     *
     * @param destination region they go to
     * @param prefix      repositories whose names start with it, and no others
     */
    public record Images(String destination, String prefix) {}

    /**
     * Plans a pair.
     *
     * @param args          what it is made from
     * @param project       first part of physical names
     * @param environment   second part of them
     * @param secondaryCidr the secondary's VPC range
     * @param peer          the primary's outputs, when it is deployed
     * @throws IllegalArgumentException when the peer is another region or shares addresses with the secondary
     */
    public static FailoverPlan of(
            FailoverArgs args, String project, String environment, String secondaryCidr, Optional<PeerOutputs> peer) {
        peer.ifPresent(outputs -> check(args, secondaryCidr, outputs));
        return new FailoverPlan(
                args.secondaryRegion(),
                args.domain(),
                args.host().isEmpty() ? args.domain() : args.host() + "." + args.domain(),
                List.of(
                        new Target(args.primaryRegion(), args.primaryWeight()),
                        new Target(args.secondaryRegion(), args.secondaryWeight())),
                args.check(),
                new Takeover(project + "-" + environment + "-takeover", "Tandem/Failover", "TakeoverRequested", 60),
                peer.map(outputs -> new Peering(outputs.vpcCidr(), secondaryCidr, MeshPorts.MESH)),
                images(args, project, environment),
                RecoveryBudget.of(args.check(), SurvivorPlan.UNREACHABLE_MINUTES, TakeoverMachine.DECISION_SECONDS,
                        Timings.DEFAULT.readySeconds()));
    }

    /** What the survivor keeps ready. */
    SurvivorPlan survivor(FailoverArgs args, String project, String environment, String accountId, String boundaryArn,
            String alarmTopicArn) {
        PairNames names = new PairNames(
                project, environment, accountId, args.primaryRegion(), args.secondaryRegion(), record, alarmTopicArn);
        return SurvivorPlan.of(args, names, boundaryArn, takeover.alarmName(), Timings.DEFAULT);
    }

    /** The part that the primary's stack makes: it needs nothing from the secondary. */
    static Images images(FailoverArgs args, String project, String environment) {
        return new Images(args.secondaryRegion(), project + "/" + environment + "/");
    }

    private static void check(FailoverArgs args, String secondaryCidr, PeerOutputs peer) {
        if (!peer.region().equals(args.primaryRegion())) {
            throw new IllegalArgumentException("the peer's stack is deployed in " + peer.region()
                    + ", but the primary region is " + args.primaryRegion() + ": name the primary's stack as peer");
        }
        if (Ipv4Cidr.parse(peer.vpcCidr()).overlaps(Ipv4Cidr.parse(secondaryCidr))) {
            throw new IllegalArgumentException("the VPC ranges of the regions overlap: " + peer.vpcCidr() + " in "
                    + args.primaryRegion() + " and " + secondaryCidr + " in " + args.secondaryRegion()
                    + "; peered ranges must share no address, such as 10.20.0.0/16 and 10.30.0.0/16");
        }
    }
}
