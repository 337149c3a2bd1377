/**
 * The two regions as one: {@link dev.tandem.components.failover.FailoverPair}.
 *
 * <p>What both regions share (zone, records, checks, peering) belongs to the secondary's stack, the side that survives.
 * Nothing that happens in a failover calls the primary region or us-east-1: Route 53's data plane answers from the health
 * checks that are already there.
 */
package dev.tandem.components.failover;
