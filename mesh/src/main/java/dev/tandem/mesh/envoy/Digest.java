package dev.tandem.mesh.envoy;

import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Names contents: the first 16 hexadecimal digits of their SHA-256. */
final class Digest {

    private static final int DIGITS = 16;

    private Digest() {}

    @SafeVarargs
    static String of(Map<String, ? extends Message>... parts) {
        MessageDigest digest = sha256();
        for (Map<String, ? extends Message> part : parts) {
            part.forEach((name, message) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                // As text: in bytes, maps inside of packed messages have no order of their own.
                digest.update(EnvoyJson.print(message).getBytes(StandardCharsets.UTF_8));
            });
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
