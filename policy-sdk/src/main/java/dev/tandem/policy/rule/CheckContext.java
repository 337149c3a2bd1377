package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.UndecidedException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What every check can ask and say. Used by one call at a time, so not thread-safe.
 *
 * <pre>{@code
 * Rule rule = Rule.resource("no-open-ingress").summary("Nothing is open to the world")
 *         .check(c -> c.each(c.all("ingress[*].cidrBlocks[*]"), range -> {
 *             if (range.is("0.0.0.0/0")) {
 *                 c.violation(range, "is open to the world");
 *             }
 *         }));
 * }</pre>
 */
@PublicApi
public abstract sealed class CheckContext permits ResourceContext, StackContext {

    final Verdict verdict;
    private final StackInfo stack;
    private final Property config;

    CheckContext(Verdict verdict, StackInfo stack, Property config) {
        this.verdict = verdict;
        this.stack = stack;
        this.config = config;
    }

    /** {@return the stack under deployment; {@link StackInfo#NONE} where the engine said nothing} */
    public StackInfo stack() {
        return stack;
    }

    /** {@return the rule's configuration; an empty object when it has none} */
    public Property config() {
        return config;
    }

    /**
     * The rule does not apply here. The check should return after this; violations said before it stay.
     *
     * @param reason in words; secrets in it are taken out
     */
    public void notApplicable(String reason) {
        verdict.notApplicable(reason);
    }

    /**
     * Runs a judgement for each element, so that one undecided element does not hide what the others show. A
     * violation found in one stays a violation.
     *
     * @param <T> the elements' type
     * @param elements judged in their order
     * @param judgement what to do with each; what it throws is handled as in {@link #attempt}
     */
    public <T> void each(Collection<T> elements, Consumer<? super T> judgement) {
        for (T element : elements) {
            attempt(() -> judgement.accept(element));
        }
    }

    /**
     * Runs one part of a check; when it is undecided the rest of the check still runs. Any other exception passes through,
     * and makes the rule fail.
     *
     * @param part reads properties and reports violations
     */
    public void attempt(Runnable part) {
        try {
            part.run();
        } catch (UndecidedException e) {
            verdict.undecided(e);
        }
    }

    /**
     * Says that part of the check could not be decided, for a reason that is not a property read.
     *
     * @param at what could not be judged
     * @param reason continues the sentence that begins with the path, such as {@code is no ARN}
     */
    public void undecided(Property at, String reason) {
        verdict.undecided(at.path() + " " + reason);
    }

    void report(Resource about, Property at, String detail, String message) {
        verdict.violation(about, at, detail, message);
    }

    List<Finding> findings() {
        return verdict.findings();
    }
}
