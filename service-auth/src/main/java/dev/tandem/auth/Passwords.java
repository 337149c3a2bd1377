package dev.tandem.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import dev.tandem.service.http.ProblemException;

/** Passwords as PBKDF2-HMAC-SHA256 (OWASP's 600,000 rounds by default). Two at once, so that they leave time for other requests. */
final class Passwords {

    static final int ROUNDS = 600_000;

    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int rounds;
    private final Semaphore atOnce = new Semaphore(2);

    Passwords(int rounds) {
        this.rounds = rounds;
    }

    String hash(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return rounds + ":" + encode(salt) + ":" + encode(derive(password, salt, rounds));
    }

    boolean matches(String password, String hash) {
        String[] parts = hash.split(":");
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(derive(password, salt, Integer.parseInt(parts[0])), Base64.getDecoder().decode(parts[2]));
    }

    private byte[] derive(String password, byte[] salt, int count) {
        if (!atOnce.tryAcquire()) {
            try {
                if (!atOnce.tryAcquire(2, java.util.concurrent.TimeUnit.SECONDS)) {
                    throw new ProblemException(503, "busy", "Too many sign-ins at the moment.", 2);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProblemException(503, "busy", "Stopping.", 2);
            }
        }
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, count, BITS)).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            atOnce.release();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
