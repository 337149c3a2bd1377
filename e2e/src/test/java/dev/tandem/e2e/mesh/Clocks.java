package dev.tandem.e2e.mesh;

import java.time.Duration;

/**
 * How fast the clocks of a long test go. {@code -Dmesh.clock-factor=1} has all of them at full length: {@code bench/mesh-long}
 * does that, and docs/performance.md has what came of it.
 */
final class Clocks {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration LONGEST_POLL = Duration.ofMinutes(15);

    private Clocks() {}

    /** @param inCi the factor when nothing else was asked for */
    static double factor(double inCi) {
        return Double.parseDouble(System.getProperty("mesh.clock-factor", Double.toString(inCi)));
    }

    /** The same for the life of identities, which {@code -Dmesh.life-factor} sets apart: a day is long for a test. */
    static double lifeFactor(double inCi) {
        return Double.parseDouble(System.getProperty("mesh.life-factor", Double.toString(factor(inCi))));
    }

    /** What takes so long in production, in a test. */
    static Duration scaled(Duration time, double factor) {
        return Duration.ofMillis(Math.round(time.toMillis() / factor));
    }

    /** How long to wait at most for what follows the longest poll, ten minutes. */
    static Duration limit(double factor) {
        return LIMIT.plus(scaled(LONGEST_POLL, factor));
    }
}
