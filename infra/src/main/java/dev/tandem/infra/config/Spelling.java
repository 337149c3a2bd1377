package dev.tandem.infra.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which known word a mistyped one was meant to be. */
final class Spelling {

    private Spelling() {}

    /** The nearest known word, if it is near enough: a third of its letters may differ, at least two. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(Comparator.naturalOrder()))
                .filter(k -> distance(word, k) <= Math.max(2, k.length() / 3));
    }

    /** Insertions, deletions and replacements between two words, whatever their case. */
    static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
