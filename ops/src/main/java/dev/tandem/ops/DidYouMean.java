package dev.tandem.ops;

import java.util.Collection;
import java.util.Comparator;

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

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
