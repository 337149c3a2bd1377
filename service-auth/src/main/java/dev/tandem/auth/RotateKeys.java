package dev.tandem.auth;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Keeps the two parameters: keys that sign, which auth alone may read, and their public parts, which every service reads. */
public final class RotateKeys {

    private final SsmClient ssm;
    private final String prefix;
    private final Optional<String> encryptedBy;

    /** Encrypts by the account's own key for parameters. @param prefix e.g. {@code /tandem/prod} */
    public RotateKeys(SsmClient ssm, String prefix) {
        this(ssm, prefix, Optional.empty());
    }

    /**
     * Encrypts by a customer key.
     *
     * @param prefix      e.g. {@code /tandem/prod}
     * @param encryptedBy the key's alias, e.g. {@code alias/tandem-prod}; empty for the account's own key
     */
    public RotateKeys(SsmClient ssm, String prefix, Optional<String> encryptedBy) {
        this.ssm = ssm;
        this.prefix = prefix;
        this.encryptedBy = encryptedBy;
    }

    /** Name of the parameter with the keys that sign. */
    public static String signingKeys() {
        return "auth/signing-keys";
    }

    /** Name of the parameter with the public keys. */
    public static String publicKeys() {
        return "auth/jwks";
    }

    /**
     * Does what is due. Public keys first: nobody signs with a key that nobody knows.
     *
     * @throws IllegalStateException when what is there cannot be read
     */
    public void run(Instant now) {
        JWKSet next = KeyRotation.next(present(), now);
        put(publicKeys(), next.toPublicJWKSet().toString(), ParameterType.STRING);
        put(signingKeys(), next.toString(false), ParameterType.SECURE_STRING);
    }

    private JWKSet present() {
        String name = prefix + "/" + signingKeys();
        try {
            return JWKSet.parse(ssm.getParameter(get -> get.name(name).withDecryption(true)).parameter().value());
        } catch (ParameterNotFoundException first) {
            return new JWKSet();
        } catch (ParseException e) {
            throw new IllegalStateException("the parameter " + name + " holds no set of keys: " + e.getMessage()
                    + ". Fix: delete it; all tokens are void then", e);
        }
    }

    private void put(String name, String value, ParameterType type) {
        ssm.putParameter(put -> put.name(prefix + "/" + name).value(value).type(type).overwrite(true)
                .keyId(type == ParameterType.SECURE_STRING ? encryptedBy.orElse(null) : null));
    }
}
