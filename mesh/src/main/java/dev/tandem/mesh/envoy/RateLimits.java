package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RateLimit;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit;
import io.envoyproxy.envoy.type.v3.TokenBucket;

/** Requests that one task accepts: every request, also one from the edge, comes in by the mesh listener of some task, or is the edge's own. */
final class RateLimits {

    private static final int SLICES = 10;
    private static final int SECOND_MILLIS = 1_000;

    private RateLimits() {}

    /** No limit: what holds where a route says nothing. */
    static LocalRateLimit none() {
        return LocalRateLimit.newBuilder().setStatPrefix("rate").build();
    }

    static LocalRateLimit of(RateLimit limit) {
        // Filled ten times a second where the rate allows, so that a second's share does not come at once.
        int slices = limit.requestsPerSecond() % SLICES == 0 ? SLICES : 1;
        return LocalRateLimit.newBuilder()
                .setStatPrefix("rate")
                .setTokenBucket(TokenBucket.newBuilder()
                        .setMaxTokens(limit.burst())
                        .setTokensPerFill(Messages.number(limit.requestsPerSecond() / slices))
                        .setFillInterval(Messages.millis(SECOND_MILLIS / slices)))
                .setFilterEnabled(all())
                .setFilterEnforced(all())
                .build();
    }

    private static RuntimeFractionalPercent all() {
        return RuntimeFractionalPercent.newBuilder().setDefaultValue(Messages.percent(100)).build();
    }
}
