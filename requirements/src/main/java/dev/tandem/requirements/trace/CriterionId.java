package dev.tandem.requirements.trace;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of criteria: {@code R3.2} is criterion 2 of requirement 3. */
final class CriterionId {

    private static final Pattern FORM = Pattern.compile("R([1-9]\\d?)\\.([1-9]\\d?)");

    /** R2.1 comes before R10.1; what is no such name comes last, by its letters. */
    static final Comparator<String> ORDER =
        Comparator.comparingInt(CriterionId::rank).thenComparing(Comparator.naturalOrder());

    private CriterionId() {
    }

    static boolean valid(String id) {
        return FORM.matcher(id).matches();
    }

    private static int rank(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
            ? Integer.parseInt(matcher.group(1)) * 100 + Integer.parseInt(matcher.group(2))
            : Integer.MAX_VALUE;
    }
}
