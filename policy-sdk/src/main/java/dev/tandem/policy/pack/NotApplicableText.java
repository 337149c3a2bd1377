package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The reasons that a pack sends with a not-applicable entry. The stock CLI does not show them; a preview that reads
 * them can tell a rule that looks at other types from one that was undecided.
 */
@PublicApi
public final class NotApplicableText {

    private static final String UNDECIDED = "undecided: ";
    private static final String TYPES = "looks at other types only: ";

    private NotApplicableText() {}

    /** {@code undecided: <path> <why>; <path> <why>}. */
    public static String undecided(Collection<String> places) {
        return UNDECIDED + String.join("; ", places);
    }

    /** The places of an undecided rule, each {@code <path> <why>}; empty when the reason is another one. */
    public static Optional<List<String>> parseUndecided(String reason) {
        return reason.startsWith(UNDECIDED)
                ? Optional.of(List.of(reason.substring(UNDECIDED.length()).split("; ")))
                : Optional.empty();
    }

    static String types(Collection<String> types) {
        return TYPES + String.join(", ", new TreeSet<>(types));
    }

    /** Whether the rule did not apply because of the resource's type. */
    public static boolean isTypeMismatch(String reason) {
        return reason.startsWith(TYPES);
    }
}
