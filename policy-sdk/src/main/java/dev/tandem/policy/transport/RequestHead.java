package dev.tandem.policy.transport;

import io.grpc.Status;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** What the headers of a call say, as far as a server of unary calls needs it (gRPC over HTTP/2). */
final class RequestHead implements BiConsumer<String, String> {

    private static final String GRPC = "application/grpc";
    private static final String UNITS = "HMSmun";
    private static final TimeUnit[] MEANING = {
        TimeUnit.HOURS, TimeUnit.MINUTES, TimeUnit.SECONDS, TimeUnit.MILLISECONDS, TimeUnit.MICROSECONDS, TimeUnit.NANOSECONDS
    };
    private static final int MOST_DIGITS = 8;

    private String httpMethod = "";
    private String path = "";
    private String contentType = "";
    private String timeout = "";

    @Override
    public void accept(String name, String value) {
        switch (name) {
            case ":method" -> httpMethod = value;
            case ":path" -> path = value;
            case "content-type" -> contentType = value;
            case "grpc-timeout" -> timeout = value;
            default -> { }
        }
    }

    /** Full name of the method, without the leading slash. */
    String method() {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** How long the client waits, nanoseconds; empty for as long as it takes. Only for a head that is fine. */
    OptionalLong timeoutNanos() {
        if (timeout.isEmpty()) {
            return OptionalLong.empty();
        }
        int last = timeout.length() - 1;
        return OptionalLong.of(MEANING[UNITS.indexOf(timeout.charAt(last))].toNanos(Long.parseLong(timeout.substring(0, last))));
    }

    /** Why this is no call that could be served, whatever its method. */
    Optional<Status> refusal() {
        if (!httpMethod.equals("POST")) {
            return refusal("HTTP method '" + httpMethod + "', expected POST");
        } else if (!contentType.startsWith(GRPC)) {
            return refusal("content type '" + contentType + "', expected " + GRPC);
        } else if (!timeout.isEmpty() && !isTimeout()) {
            return refusal("grpc-timeout '" + timeout + "', expected at most " + MOST_DIGITS + " digits and one of " + UNITS);
        }
        return Optional.empty();
    }

    private boolean isTimeout() {
        int last = timeout.length() - 1;
        return last >= 1
                && last <= MOST_DIGITS
                && UNITS.indexOf(timeout.charAt(last)) >= 0
                && timeout.chars().limit(last).allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Status> refusal(String what) {
        return Optional.of(Status.INTERNAL.withDescription(what));
    }
}
