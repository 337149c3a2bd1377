/** The two machines that move a pair from one region to the other and back, as plain data. */
package dev.tandem.components.failover.machine;
