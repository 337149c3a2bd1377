package dev.tandem.service.http;

/** An answer that says what is wrong, in the form of RFC 9457. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final long retryAfterSeconds;

    /**
     * A problem.
     *
     * @param type   its name, the same for the same kind of problem
     * @param detail for people; no personal data
     */
    public ProblemException(int status, String type, String detail) {
        this(status, type, detail, 0);
    }

    /** With the time after which it is worth another try. */
    public ProblemException(int status, String type, String detail, long retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.type = type;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** As an answer. */
    public Response response() {
        Response response = new Response(status, java.util.Map.of("Content-Type", "application/problem+json"),
                Json.object().put("type", "urn:tandem:problem:" + type).put("status", status).put("detail", getMessage()).toString());
        return retryAfterSeconds > 0 ? response.with("Retry-After", Long.toString(retryAfterSeconds)) : response;
    }
}
