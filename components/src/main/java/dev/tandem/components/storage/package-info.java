/** Buckets that are private, encrypted, versioned and reachable by TLS only, whoever makes them. */
package dev.tandem.components.storage;
