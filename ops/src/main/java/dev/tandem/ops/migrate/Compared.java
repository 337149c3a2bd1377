package dev.tandem.ops.migrate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How alike function and service answered.
 *
 * @param at          when they were asked
 * @param asked       requests, each sent to both
 * @param differences those that were answered otherwise, for people; a comparison that is read again has their number only
 * @param different   how many
 */
public record Compared(Instant at, int asked, List<String> differences, int different) {

    /** After this a comparison says nothing of what is deployed now. */
    public static final Duration VALID = Duration.ofHours(24);

    /** Whether all answers were alike. */
    public boolean alike() {
        return different == 0 && asked > 0;
    }

    /** Whether it is recent enough to go by. */
    public boolean valid(Instant now) {
        return at.plus(VALID).isAfter(now);
    }

    /** One line. */
    public String text() {
        return asked + " requests at " + at + ", " + (alike() ? "all answered alike" : different + " answered otherwise");
    }
}
