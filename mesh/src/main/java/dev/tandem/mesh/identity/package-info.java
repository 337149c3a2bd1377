/**
 * Who a service is: SPIFFE IDs, X.509-SVIDs, trust bundles, their verification, and where an agent gets its own from.
 * Nothing here can issue a certificate; {@code ca} and {@code issue} can.
 */
package dev.tandem.mesh.identity;
