package dev.tandem.mesh.identity.ca;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Serial numbers: positive, at most 20 octets (RFC 5280, 4.1.2.2), and random, so that two issuers need not agree. */
final class Serials {

    /** One less than 20 octets have, so that the sign bit stays clear. */
    private static final int BITS = 159;

    private Serials() {}

    static BigInteger next(SecureRandom random) {
        return new BigInteger(BITS, random).setBit(BITS - 1);
    }
}
