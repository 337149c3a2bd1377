package dev.tandem.requirements.suite;

import java.util.List;

/**
 * What one module's tests did.
 *
 * @param name the module
 * @param passed tests that ran and held
 * @param failures tests that did not
 * @param skips tests that did not run
 * @param seconds time spent in tests
 */
public record Suite(String name, int passed, List<Outcome> failures, List<Outcome> skips, double seconds) {

    /**
     * A test that did not pass.
     *
     * @param test {@code package.Class.method}
     * @param message what it said; empty if nothing
     */
    public record Outcome(String test, String message) {

        /**
         * Whether a test that did not run is excused where everything must run: it needs what is not part of this repository
         * and cannot be installed, and says so by a reason that begins with {@code optional:}.
         */
        boolean optional() {
            return message.startsWith("optional:");
        }
    }

    /** Tests that ran, passed or failed. */
    public int ran() {
        return passed + failures.size();
    }
}
