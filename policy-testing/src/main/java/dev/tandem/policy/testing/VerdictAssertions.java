package dev.tandem.policy.testing;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be asserted of any outcome. A failed assertion throws an {@link AssertionError} that shows the rule, what
 * it was expected to say, what it said with property paths, and the properties it saw, secrets left out. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * RuleTester.of(rule).on(bucket.with("acl", "public-read")).assertViolates("public-read").assertViolatesAt("acl");
 * }</pre>
 *
 * @param <S> the type of this object, for chaining
 */
@PublicApi
public abstract sealed class VerdictAssertions<S extends VerdictAssertions<S>> permits ResourceVerdict, StackVerdict {

    private final Rule rule;
    private final Outcome outcome;

    VerdictAssertions(Rule rule, Outcome outcome) {
        this.rule = rule;
        this.outcome = outcome;
    }

    /** {@return the outcome itself, for assertions that are not here} */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Passed: no violation, nothing undecided, and the rule applied.
     *
     * @return this, for more assertions
     * @throws AssertionError when the outcome is another one
     */
    public S assertClean() {
        return expect(outcome.kind() == Outcome.Kind.PASS, "a pass");
    }

    /**
     * At least one violation; each text must be part of a violation's message, property path or id.
     *
     * @param texts none for whatever violation
     * @return this, for more assertions
     * @throws AssertionError when the outcome is another one, or a text is nowhere
     */
    public S assertViolates(String... texts) {
        expect(outcome.kind() == Outcome.Kind.VIOLATION, "a violation");
        for (String text : texts) {
            expect(outcome.findings().stream().anyMatch(f -> mentions(f, text)), "a violation with '" + text + "'");
        }
        return self();
    }

    /**
     * Exactly one violation, with each text in its message, property path or id.
     *
     * @param texts none for whatever violation
     * @return this, for more assertions
     * @throws AssertionError when there are none or several, or a text is not in it
     */
    public S assertViolatesOnce(String... texts) {
        expect(
                outcome.kind() == Outcome.Kind.VIOLATION && outcome.findings().size() == 1,
                "exactly one violation");
        return assertViolates(texts);
    }

    /**
     * A violation at this property path.
     *
     * @param path in full, as {@code ingress[0].cidrBlocks[1]}
     * @return this, for more assertions
     * @throws AssertionError when there is none
     */
    public S assertViolatesAt(String path) {
        return expect(
                outcome.kind() == Outcome.Kind.VIOLATION
                        && outcome.findings().stream().anyMatch(f -> f.path().toString().equals(path)),
                "a violation at '" + path + "'");
    }

    /**
     * Violations with exactly these finding ids, in any order.
     *
     * @param ids {@code rule-id} or {@code rule-id[detail]} each
     * @return this, for more assertions
     * @throws AssertionError when one is missing, or there are others
     */
    public S assertFindings(String... ids) {
        List<String> found = outcome.findings().stream().map(Finding::id).sorted().toList();
        return expect(found.equals(Stream.of(ids).sorted().toList()), "exactly the findings " + List.of(ids));
    }

    /**
     * Undecided, because of exactly these property paths; without any path, for whatever reason.
     *
     * @param paths in full, from the root of the properties
     * @return this, for more assertions
     * @throws AssertionError when the outcome is another one, or the paths are others
     */
    public S assertUndecided(String... paths) {
        expect(outcome.kind() == Outcome.Kind.UNDECIDED, "undecided");
        for (String path : paths) {
            expect(
                    outcome.undecided().stream().anyMatch(u -> u.startsWith(path + " ")),
                    "undecided because of '" + path + "'");
        }
        return expect(
                paths.length == 0 || outcome.undecided().size() == paths.length,
                "undecided because of nothing but " + List.of(paths));
    }

    /**
     * Not applicable, with this text in the reason.
     *
     * @param reasonPart empty for whatever reason
     * @return this, for more assertions
     * @throws AssertionError when the outcome or the reason is another one
     */
    public S assertNotApplicable(String reasonPart) {
        return expect(
                outcome.kind() == Outcome.Kind.NOT_APPLICABLE
                        && outcome.reason().orElse("").contains(reasonPart),
                "not applicable with '" + reasonPart + "'");
    }

    /**
     * The rule failed itself, with this text in the description of the failure.
     *
     * @param text empty for whatever failure
     * @return this, for more assertions
     * @throws AssertionError when the rule did not fail, or otherwise
     */
    public S assertFails(String text) {
        return expect(
                outcome.kind() == Outcome.Kind.ERROR
                        && outcome.findings().stream().anyMatch(f -> f.message().contains(text)),
                "a failing rule with '" + text + "'");
    }

    abstract S self();

    /** What was judged and with which properties, each line indented. */
    abstract String subject();

    S expect(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError("rule '" + rule.id() + "': expected " + expected + "\n  found: " + described()
                    + "\n" + subject());
        }
        return self();
    }

    private String described() {
        StringBuilder out = new StringBuilder(outcome.kind().toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        outcome.reason().ifPresent(r -> out.append(": ").append(r));
        outcome.undecided().forEach(u -> out.append("\n    undecided: ").append(u));
        for (Finding f : outcome.findings()) {
            out.append("\n    ").append(f.id());
            f.urn().ifPresent(u -> out.append(" on ").append(u));
            if (!f.path().segments().isEmpty()) {
                out.append(" at ").append(f.path());
            }
            out.append(": ").append(f.message());
        }
        return out.toString();
    }

    private static boolean mentions(Finding f, String text) {
        return f.message().contains(text) || f.path().toString().contains(text) || f.id().contains(text);
    }
}
