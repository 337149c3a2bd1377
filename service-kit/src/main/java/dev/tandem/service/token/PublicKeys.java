package dev.tandem.service.token;

import com.nimbusds.jose.jwk.JWKSet;

/** The keys that tokens may be signed with. */
@FunctionalInterface
public interface PublicKeys {

    /** The present ones. */
    JWKSet now();
}
