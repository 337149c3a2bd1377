package dev.tandem.policy.transport;

import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Header blocks of answers, without references to earlier ones, so in any order (RFC 7541; gRPC over HTTP/2). */
final class AnswerHeaders {

    private static final int STATUS_200 = 0x88;
    private static final int CONTENT_TYPE = 31;
    private static final byte[] START = start();
    private static final byte[] OK = trailers(Status.OK, false);

    private AnswerHeaders() {}

    /** Not to be changed. */
    static byte[] beforeMessage() {
        return START;
    }

    static byte[] afterMessage(Status status) {
        return status.isOk() ? OK : trailers(status, false);
    }

    /** The whole of an answer without a message. */
    static byte[] only(Status status) {
        return trailers(status, true);
    }

    private static byte[] start() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        head(out);
        return out.toByteArray();
    }

    private static byte[] trailers(Status status, boolean alone) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (alone) {
            head(out);
        }
        field(out, "grpc-status", Integer.toString(status.getCode().value()));
        if (status.getDescription() != null && !status.isOk()) {
            field(out, "grpc-message", percentEncoded(status.getDescription()));
        }
        return out.toByteArray();
    }

    private static void head(ByteArrayOutputStream out) {
        out.write(STATUS_200);
        integer(out, 4, CONTENT_TYPE);
        text(out, "application/grpc");
    }

    private static void field(ByteArrayOutputStream out, String name, String value) {
        integer(out, 4, 0);
        text(out, name);
        text(out, value);
    }

    private static void text(ByteArrayOutputStream out, String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        integer(out, 7, bytes.length);
        out.writeBytes(bytes);
    }

    private static void integer(ByteArrayOutputStream out, int prefix, int value) {
        int most = (1 << prefix) - 1;
        if (value < most) {
            out.write(value);
            return;
        }
        out.write(most);
        int rest = value - most;
        for (; rest >= 0x80; rest >>>= 7) {
            out.write(rest & 0x7f | 0x80);
        }
        out.write(rest);
    }

    private static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= ' ' && b < 0x7f && b != '%') {
                out.append((char) b);
            } else {
                out.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return out.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit & 0xf, 16));
    }
}
