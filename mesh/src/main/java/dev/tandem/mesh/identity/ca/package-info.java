/** The certificate authority of a region: a signing key that KMS holds, CA certificates and the SVIDs under them. */
package dev.tandem.mesh.identity.ca;
