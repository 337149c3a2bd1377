package dev.tandem.mesh.identity.ca;

import java.security.PublicKey;

/** A P-256 key that signs and cannot be read. */
public interface SigningKey {

    /** What names the key for whoever keeps a record, such as its ARN. */
    String id();

    /** The public half. */
    PublicKey publicKey();

    /**
     * Signs a message with ECDSA over SHA-256.
     *
     * @param message the message itself, no digest of it; at most 4096 bytes
     * @return the signature as ASN.1 DER (RFC 3279, 2.2.3), as X.509 has it
     */
    byte[] sign(byte[] message);
}
