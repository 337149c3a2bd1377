package dev.tandem.cost.whatif;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One change.
 *
 * @param text as asked for, for example {@code auth.desiredCount=4}
 * @param service the only service that it concerns; empty for all of them, or for what is no service's
 * @param key what changes
 * @param value to what
 */
record Change(String text, Optional<String> service, Key key, BigDecimal value) {

    /** What may change about a service's tasks, and the euro rate. */
    enum TaskKey implements Key {
        DESIRED_COUNT("desiredCount"),
        MAX_CAPACITY("maxCapacity"),
        SPOT_PERCENT("spotPercent");

        private final String path;

        TaskKey(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }
    }

    /** The euro rate. */
    enum RateKey implements Key {
        USD_PER_EUR;

        @Override
        public String path() {
            return "usdPerEur";
        }
    }

    /** A quantity of a usage file. */
    record UsageKey(dev.tandem.cost.usage.Meter meter) implements Key {
        @Override
        public String path() {
            return meter.path();
        }
    }

    /** What changes. */
    interface Key {
        String path();
    }
}
