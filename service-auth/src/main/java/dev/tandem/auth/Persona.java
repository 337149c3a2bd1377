package dev.tandem.auth;

import dev.tandem.service.http.HttpCaller;
import java.util.Map;

/** All that auth asks of persona, which the pacts in {@code contracts} hold it to. Safe for use by several threads. */
public final class Persona {

    private final HttpCaller caller;

    /** @param caller of persona */
    public Persona(HttpCaller caller) {
        this.caller = caller;
    }

    /**
     * The profile of whoever a token belongs to.
     *
     * @param authorization header of the caller's request, handed on as it is
     * @throws HttpCaller.UnavailableException when persona does not answer
     */
    public HttpCaller.Answer profile(String authorization) {
        return get("/api/persona/profiles/me", authorization);
    }

    /**
     * All that persona knows of whoever a token belongs to.
     *
     * @param authorization header of the caller's request, handed on as it is
     * @throws HttpCaller.UnavailableException when persona does not answer
     */
    public HttpCaller.Answer personalData(String authorization) {
        return get("/api/persona/personal-data", authorization);
    }

    private HttpCaller.Answer get(String path, String authorization) {
        return caller.call("GET", path, Map.of("Authorization", authorization), "");
    }
}
