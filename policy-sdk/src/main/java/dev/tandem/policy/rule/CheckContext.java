package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.UndecidedException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What every check can ask and say. Used by one call at a time. */
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

    /** The stack under deployment; {@link StackInfo#NONE} where the engine said nothing. */
    public StackInfo stack() {
        return stack;
    }

    /** The rule's configuration; an empty object when it has none. */
    public Property config() {
        return config;
    }

    /** The rule does not apply here. The check should return after this; violations said before it stay. */
    public void notApplicable(String reason) {
        verdict.notApplicable(reason);
    }

    /**
     * Runs a judgement for each element, so that one undecided element does not hide what the others show. A
     * violation found in one stays a violation.
     */
    public <T> void each(Collection<T> elements, Consumer<? super T> judgement) {
        for (T element : elements) {
            attempt(() -> judgement.accept(element));
        }
    }

    /** Runs one part of a check; when it is undecided the rest of the check still runs. */
    public void attempt(Runnable part) {
        try {
            part.run();
        } catch (UndecidedException e) {
            verdict.undecided(e);
        }
    }

    /** Says that part of the check could not be decided, for a reason that is not a property read. */
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
