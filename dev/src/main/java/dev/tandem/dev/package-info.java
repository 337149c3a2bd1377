/**
 * {@code ./tandem dev}: the services with their Envoys, agents and identities on this machine's loopback, over a simulator of
 * AWS. What the simulator lacks is stood in for, by classes that say so: {@link dev.tandem.dev.LocalPipe},
 * {@link dev.tandem.dev.LocalRelay}, {@link dev.tandem.dev.LocalScheduler}, {@link dev.tandem.dev.LocalEdge}.
 */
package dev.tandem.dev;
