package dev.tandem.requirements.trace;

import dev.tandem.requirements.Covers;
import java.util.Comparator;

/**
 * One criterion, covered by one test that passed.
 *
 * @param criterion such as {@code R3.2}
 * @param test {@code package.Class#method}, or {@code package.Class} when the class carries the annotation
 * @param evidence how strong the evidence is
 * @param meshBackend the mesh backend it exercised; empty when the mesh plays no part
 */
public record Cover(String criterion, String test, Covers.Evidence evidence, String meshBackend)
    implements Comparable<Cover> {

    private static final Comparator<Cover> ORDER = Comparator.comparing(Cover::criterion)
        .thenComparing(Cover::test)
        .thenComparing(Cover::evidence)
        .thenComparing(Cover::meshBackend);

    @Override
    public int compareTo(Cover other) {
        return ORDER.compare(this, other);
    }

    /** The test without its package, {@code Class.method}: how the page names it. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public String shortTest() {
        int method = test.indexOf('#');
        int end = method < 0 ? test.length() : method;
        return test.substring(test.lastIndexOf('.', end) + 1).replace('#', '.').replace('$', '.');
    }
}
