package dev.tandem.preview.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the known name that a mistyped one most probably stands for. */
public final class Closest {

    private Closest() {}

    /** The nearest of the names by edits, when at most a third of its letters (at least two) differ. */
    public static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(typed, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.<String>comparingInt(name -> distance(typed, name)).thenComparing(name -> name));
    }

    private static int distance(String typed, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(typed, name);
    }
}
