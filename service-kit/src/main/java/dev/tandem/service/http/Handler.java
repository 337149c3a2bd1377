package dev.tandem.service.http;

/** Answers requests of one route. Safe for use by several threads. */
@FunctionalInterface
public interface Handler {

    /** @throws ProblemException for what is wrong with the request, or cannot be done now */
    Response handle(Request request);
}
