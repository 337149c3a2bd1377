package dev.tandem.cost.usage;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests the name that a mistyped one probably stands for. */
public final class DidYouMean {

    private DidYouMean() {}

    /** {@code  (did you mean "x"?)} with a leading blank, or an empty text when nothing is near. */
    public static String hint(String found, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String k) -> distance(found, k)).thenComparing(k -> k))
                .filter(k -> distance(found, k) <= Math.max(2, k.length() / 3))
                .map(k -> " (did you mean \"" + k + "\"?)")
                .orElse("");
    }

    private static int distance(String found, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
