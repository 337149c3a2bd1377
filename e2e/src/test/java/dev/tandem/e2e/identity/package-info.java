/** Identities of the mesh, issued with a simulated KMS and Parameter Store, and judged by OpenSSL. */
package dev.tandem.e2e.identity;
