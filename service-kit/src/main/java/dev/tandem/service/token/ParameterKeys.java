package dev.tandem.service.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * A set of keys that the issuer puts into a parameter, read again each minute, or as seldom as is said. When that fails, the last one goes on to be used.
 * Safe for use by several threads.
 */
public final class ParameterKeys implements PublicKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ParameterKeys.class);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final SsmClient ssm;
    private final String name;
    private final Clock clock;
    private final Duration every;
    private JWKSet last;
    private Instant readAt = Instant.MIN;

    /** @param name of the parameter */
    public ParameterKeys(SsmClient ssm, String name, Clock clock) {
        this(ssm, name, clock, MINUTE);
    }

    /**
     * Reads again after a time of one's own: each read of a SecureString is a request to KMS, which is paid for.
     *
     * @param name  of the parameter
     * @param every time after which it is read again
     */
    public ParameterKeys(SsmClient ssm, String name, Clock clock, Duration every) {
        this.ssm = ssm;
        this.name = name;
        this.clock = clock;
        this.every = every;
    }

    /** @throws IllegalStateException when there never was a set */
    @Override
    public synchronized JWKSet now() {
        if (readAt.isBefore(clock.instant().minus(every))) {
            try {
                last = JWKSet.parse(ssm.getParameter(get -> get.name(name).withDecryption(true)).parameter().value());
                readAt = clock.instant();
            } catch (SdkException | ParseException e) {
                LOG.warn("keys at {} cannot be read: {}", name, e.getMessage());
                if (last == null) {
                    throw new IllegalStateException("no keys at " + name + ": " + e.getMessage()
                            + ". Expected a set that the issuer rotates; it may not have run yet", e);
                }
                readAt = clock.instant();
            }
        }
        return last;
    }
}
