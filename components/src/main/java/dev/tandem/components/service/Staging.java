package dev.tandem.components.service;

import java.util.Optional;

/**
 * Where a service's trial runs: beside production's services, on their load balancer and in their mesh, and apart from them in
 * everything that it owns. Immutable.
 *
 * @param host        host under which it is reached, such as {@code stg.api.tandem.example}
 * @param boundaryArn permissions boundary of its roles, another than production's
 * @param created     whether the stack makes that policy
 * @param provenIn    public hosted zone in which the stack proves a certificate of the host; empty where production's given one
 *                    covers the host
 */
public record Staging(String host, String boundaryArn, boolean created, Optional<String> provenIn) {

    /** What the name of every trial ends with, and no other service's. */
    public static final String SUFFIX = "-stg";

    private static final String HOST = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){2,}[a-z][a-z0-9-]*[a-z0-9]";
    private static final String POLICY = "arn:aws:iam::\\d{12}:policy/[A-Za-z0-9+=,.@_/-]+";

    /** @throws IllegalArgumentException when the host is none, or the boundary is no policy */
    public Staging {
        if (host == null || !host.matches(HOST)) {
            throw new IllegalArgumentException("staging has the host \"" + host + "\": expected a name of its own below the public"
                    + " one, such as \"stg.api.tandem.example\"");
        }
        if (boundaryArn == null || !boundaryArn.matches(POLICY)) {
            throw new IllegalArgumentException("staging has the boundary \"" + boundaryArn
                    + "\": expected the ARN of an IAM policy, such as arn:aws:iam::111122223333:policy/staging-boundary");
        }
    }

    /** Staging whose host the given certificate of production covers. */
    public Staging(String host, String boundaryArn, boolean created) {
        this(host, boundaryArn, created, Optional.empty());
    }

    /** Name of a service's trial. */
    public static String name(String service) {
        return service + SUFFIX;
    }

    /** Name of the service that a name is the trial of; empty for other names. */
    public static Optional<String> production(String name) {
        return name.endsWith(SUFFIX) ? Optional.of(name.substring(0, name.length() - SUFFIX.length())) : Optional.empty();
    }
}
