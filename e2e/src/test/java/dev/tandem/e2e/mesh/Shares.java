package dev.tandem.e2e.mesh;

import java.util.function.LongSupplier;

/** Judges a measured share of a random choice. */
public final class Shares {

    /** 99.9 % of a normal distribution lie within so many standard deviations. */
    private static final double Z = 3.2905;

    private Shares() {}

    /** Whether a count lies within the 99.9 % interval of the binomial distribution. */
    public static boolean plausible(long count, long of, double share) {
        return Math.abs(count - of * share) <= Z * Math.sqrt(of * share * (1 - share));
    }

    /**
     * Measures once, and when it is outside, once more: chance does that once in a thousand, and twice in a million.
     *
     * @param measure counts among {@code of}
     */
    static void expect(String what, long of, double share, LongSupplier measure) {
        long first = measure.getAsLong();
        if (plausible(first, of, share)) {
            Figures.say(what + ": " + first + " of " + of);
            return;
        }
        long second = measure.getAsLong();
        if (!plausible(second, of, share)) {
            throw new AssertionError(what + ": " + first + " and then " + second + " of " + of + ", expected about "
                    + of * share + " (99.9 % interval)");
        }
    }
}
