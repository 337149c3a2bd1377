package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The reasons that a pack sends with a not-applicable entry. The stock CLI does not show them; a preview that reads
 * them can tell a rule that looks at other types from one that was undecided. Thread-safe.
 *
 * <pre>{@code
 * Optional<List<String>> places = NotApplicableText.parseUndecided("undecided: acl is not known"); // one place
 * }</pre>
 */
@PublicApi
public final class NotApplicableText {

    private static final String UNDECIDED = "undecided: ";
    private static final String TYPES = "looks at other types only: ";

    private NotApplicableText() {}

    /**
     * {@return {@code undecided: <path> <why>; <path> <why>}}
     *
     * @param places {@code <path> <why>} each
     */
    public static String undecided(Collection<String> places) {
        return UNDECIDED + String.join("; ", places);
    }

    /**
     * {@return the places of an undecided rule, each {@code <path> <why>}; empty when the reason is another one}
     *
     * @param reason of a not-applicable entry
     */
    public static Optional<List<String>> parseUndecided(String reason) {
        return reason.startsWith(UNDECIDED)
                ? Optional.of(List.of(reason.substring(UNDECIDED.length()).split("; ")))
                : Optional.empty();
    }

    static String types(Collection<String> types) {
        return TYPES + String.join(", ", new TreeSet<>(types));
    }

    /**
     * {@return whether the rule did not apply because of the resource's type}
     *
     * @param reason of a not-applicable entry
     */
    public static boolean isTypeMismatch(String reason) {
        return reason.startsWith(TYPES);
    }
}
