package dev.tandem.mesh.identity.ca;

import dev.tandem.mesh.identity.AwsCalls;
import dev.tandem.mesh.identity.IdentityException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** A P-256 key that KMS holds: it never leaves there, each signature is a request that CloudTrail records. */
public final class KmsSigningKey implements SigningKey {

    /** KMS signs messages up to this size without a digest made by the caller, bytes. */
    private static final int LARGEST_MESSAGE = 4096;

    /** secp256r1. */
    private static final String P256 = "1.2.840.10045.3.1.7";

    private final KmsClient kms;
    private final AwsCalls calls;
    private final String arn;
    private final PublicKey publicKey;

    private KmsSigningKey(KmsClient kms, AwsCalls calls, String arn, PublicKey publicKey) {
        this.kms = kms;
        this.calls = calls;
        this.arn = arn;
        this.publicKey = publicKey;
    }

    /**
     * Looks a key up.
     *
     * @param keyId ARN, or alias with its {@code alias/}
     * @param role  the role that is expected to call, for errors
     * @throws IdentityException when it can't be read, or is no P-256 key for signing
     */
    public static KmsSigningKey of(KmsClient kms, String keyId, String role) {
        AwsCalls calls = new AwsCalls(role);
        GetPublicKeyResponse found =
                calls.call("kms:GetPublicKey", keyId, () -> kms.getPublicKey(request -> request.keyId(keyId)));
        if (found.keyUsage() != KeyUsageType.SIGN_VERIFY) {
            throw refused(keyId, "for " + found.keyUsageAsString());
        }
        return new KmsSigningKey(kms, calls, found.keyId(), p256(keyId, found.publicKey().asByteArray()));
    }

    private static PublicKey p256(String keyId, byte[] encoded) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(((ECPublicKey) key).getParams());
            String name = curve.getParameterSpec(ECGenParameterSpec.class).getName();
            if (!name.equals(P256)) {
                throw refused(keyId, "on the curve " + name);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw refused(keyId, "no elliptic curve key (" + e.getMessage() + ")");
        }
    }

    private static IdentityException refused(String keyId, String found) {
        return new IdentityException("KMS key " + keyId + " is " + found + ", a CA's key is ECC_NIST_P256 for SIGN_VERIFY");
    }

    @Override
    public String id() {
        return arn;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        if (message.length > LARGEST_MESSAGE) {
            throw new IdentityException("a certificate of " + message.length + " bytes is to be signed, KMS signs messages up to "
                    + LARGEST_MESSAGE + " bytes: shorten the trust domain");
        }
        return calls.call("kms:Sign", arn, () -> kms.sign(request -> request
                        .keyId(arn)
                        .message(SdkBytes.fromByteArray(message))
                        .messageType(MessageType.RAW)
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                .signature()
                .asByteArray());
    }
}
