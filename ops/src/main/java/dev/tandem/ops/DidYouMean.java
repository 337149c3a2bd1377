package dev.tandem.ops;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests the name that a mistyped one probably stands for. */
public final class DidYouMean {

    private DidYouMean() {}

    /** {@code . Did you mean 'x'?}, or an empty text when nothing is near. */
    public static String hint(String found, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(found, name)).thenComparing(name -> name))
                .filter(name -> distance(found, name) <= Math.max(2, name.length() / 3))
                .map(name -> ". Did you mean '" + name + "'?")
                .orElse("");
    }

    private static int distance(String found, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(found, name);
    }
}
