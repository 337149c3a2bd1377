/** Identities of the mesh, issued by hand. */
package dev.tandem.ops.identity;
