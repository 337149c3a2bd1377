package dev.tandem.mesh.envoy;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
                digest.update(bytes(message));
            });
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    /** Maps in messages have no order of their own; here they have. */
    private static byte[] bytes(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            message.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
