package dev.tandem.cost.book;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a figure can be relied on. */
public enum Confidence {
    /** Seen in an AWS source for that region. */
    PAGE,
    /** Seen in a secondary source: a dated note, a bill divided by its hours, rows of other regions that agree. */
    DERIVED,
    /** General knowledge or another region's figure; a report says so. */
    UNVERIFIED;

    /** As it stands in the book: {@code page}, {@code derived}, {@code unverified}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Confidence> of(String text) {
        return Arrays.stream(values()).filter(c -> c.text().equals(text)).findFirst();
    }

    static String choices() {
        return Arrays.stream(values()).map(Confidence::text).collect(Collectors.joining(", "));
    }
}
