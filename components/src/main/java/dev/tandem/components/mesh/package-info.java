/**
 * What carries the mesh. The same services, as route documents, become an Envoy configured by our agent ({@code envoy}, the
 * default) or the resources of AWS App Mesh ({@code app-mesh}, plan only: AWS ended it on 2026-09-30). And what vouches for
 * the services: a region's CA and issuer of identities, and who may read which.
 */
package dev.tandem.components.mesh;
