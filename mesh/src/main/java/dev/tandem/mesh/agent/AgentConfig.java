package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Sidecar;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.TrustDomain;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that an agent is told, checked. Immutable. {@link AgentArguments} reads it.
 *
 * @param project       first part of physical names, such as {@code tandem}
 * @param environment   environment, such as {@code prod}
 * @param trustDomain   SPIFFE trust domain
 * @param service       the task's service
 * @param sidecar       where the task's Envoy lives
 * @param routes        DynamoDB table, or {@code file:DIRECTORY} with a document per service
 * @param identities    {@code ssm}, or {@code file:DIRECTORY} with {@code svid.pem} and {@code bundle.pem}
 * @param remoteMembers DynamoDB table of tasks, or {@code file:FILE}; empty for no other region's
 * @param endpoint      where AWS is; empty for the real one
 * @param pace          how often what
 * @param staleness     how old what it works with may be
 */
public record AgentConfig(
        String project,
        String environment,
        TrustDomain trustDomain,
        String service,
        Sidecar sidecar,
        String routes,
        String identities,
        Optional<String> remoteMembers,
        Optional<URI> endpoint,
        Pace pace,
        Staleness staleness) {

    /** Port of the agent's own health answer, loopback only. */
    public static final int STATUS_PORT = 9902;

    /** Exit code when the arguments are wrong: starting again does not help. */
    public static final int EXIT_USAGE = 64;

    /** Exit code when the application is dead: the container ends, and with it the task. */
    public static final int EXIT_APPLICATION_DEAD = 70;

    /**
     * How often and how long, milliseconds. The defaults are those of production; tests scale them by one factor.
     *
     * @param tick        between two looks at Envoy
     * @param routePoll   between two looks at the live pointers
     * @param identityPoll between two looks at the identity
     * @param memberPoll  between two looks at the other region's tasks
     * @param patience    longest wait for all members of a new version
     * @param drain       requests under way after a change, and at the end
     * @param leave       from failing health until no caller sends new requests: TTL of the names and refresh
     * @param appCheck    between two looks at the application
     * @param appGrace    time that the application has to become healthy
     * @param metrics     between two lines of metrics
     */
    public record Pace(
            long tick,
            long routePoll,
            long identityPoll,
            long memberPoll,
            long patience,
            long drain,
            long leave,
            long appCheck,
            long appGrace,
            long metrics) {

        /** The paces of production. */
        public static final Pace PRODUCTION =
                new Pace(1_000, 5_000, 600_000, 30_000, 30_000, 15_000, 15_000, 5_000, 300_000, 60_000);

        /** All of them that many times faster. */
        public Pace faster(double factor) {
            return new Pace(by(tick, factor), by(routePoll, factor), by(identityPoll, factor), by(memberPoll, factor), by(patience, factor),
                    by(drain, factor), by(leave, factor), by(appCheck, factor), by(appGrace, factor), by(metrics, factor));
        }

        /** Longest a stop may take: the task's stopTimeout must be above it. */
        public long stop() {
            return leave + drain;
        }

        private static long by(long millis, double factor) {
            return Math.max(1, Math.round(millis / factor));
        }
    }

    /** The service's SPIFFE ID. */
    public SpiffeId spiffeId() {
        return SpiffeId.ofService(trustDomain, environment, service);
    }

    /** The directory that Envoy reads. */
    public Path directory() {
        return Path.of(sidecar.directory());
    }
}
