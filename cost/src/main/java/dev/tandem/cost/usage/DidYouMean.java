package dev.tandem.cost.usage;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

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

    /** Levenshtein distance, letters compared without case. */
    private static int distance(String a, String b) {
        String s = a.toLowerCase(Locale.ROOT);
        String t = b.toLowerCase(Locale.ROOT);
        int[] row = new int[t.length() + 1];
        for (int j = 0; j <= t.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= s.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= t.length(); j++) {
                int replaced = diagonal + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[t.length()];
    }
}
