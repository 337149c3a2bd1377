/** The real Envoy as a process, and the small things around it on loopback: DNS, certificates, applications, load. */
package dev.tandem.e2e.envoy;
