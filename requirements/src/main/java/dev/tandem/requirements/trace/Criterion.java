package dev.tandem.requirements.trace;

import dev.tandem.requirements.Covers;
import java.util.List;

/**
 * An acceptance criterion.
 *
 * @param id such as {@code R3.2}: requirement 3, criterion 2
 * @param text the criterion in one line
 * @param builtIn the modules, or {@code module:package}, that meet it
 * @param declared what we say about it
 * @param atMost the strongest evidence that can be had without a live account; a test that claims more is cut to it
 */
public record Criterion(String id, String text, List<String> builtIn, Declared declared, Covers.Evidence atMost) {

    /** What we say about a criterion; the tests have the last word. */
    public enum Declared {
        /** Built and tested: then a passing test is demanded. */
        DONE,
        /** Not built, or only in parts. */
        OPEN
    }
}
