package dev.tandem.e2e.provider;

/**
 * Why an argument is refused.
 *
 * @param path such as {@code ingress[0].fromPort}
 * @param reason what was found and what was expected
 */
public record Problem(String path, String reason) {}
