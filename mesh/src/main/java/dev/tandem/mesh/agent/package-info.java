/**
 * The sidecar's agent: reads route documents and the service's identity, renders them for the Envoy beside it, changes routes
 * only when what they lead to is warm, keeps the last good state on disk, and ends the task in an orderly way.
 */
package dev.tandem.mesh.agent;
