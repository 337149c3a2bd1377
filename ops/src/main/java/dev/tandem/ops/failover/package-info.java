/** The two state machines that move the pair of regions: looked at, started, followed, held. */
package dev.tandem.ops.failover;
