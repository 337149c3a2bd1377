package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Runs one rule and turns whatever happens into an {@link Outcome}; never throws for what a rule does. */
@PublicApi
public final class Evaluator {

    private Evaluator() {}

    /** Runs a resource rule, whose types are not looked at here. */
    public static Outcome evaluate(Rule rule, Resource resource, StackInfo stack, Property config) {
        Verdict verdict = new Verdict(rule.id(), Redaction.of(List.of(resource), stack));
        ResourceContext context = new ResourceContext(verdict, resource, stack, config);
        return run(verdict, () -> rule.check().ifPresent(c -> c.check(context)));
    }

    /** Runs a stack rule. */
    public static Outcome evaluate(Rule rule, ResourceGraph graph, StackInfo stack, Property config) {
        Verdict verdict = new Verdict(rule.id(), Redaction.of(graph.all(), stack));
        StackContext context = new StackContext(verdict, graph, stack, config);
        return run(verdict, () -> rule.stackCheck().ifPresent(c -> c.check(context)));
    }

    /**
     * Runs a remediation.
     *
     * @return the properties to set, empty when nothing is to be mended
     * @throws UndecidedException when it read an unknown value
     */
    public static Map<String, Value> remediate(Rule rule, Resource resource, StackInfo stack, Property config) {
        Verdict verdict = new Verdict(rule.id(), UnaryOperator.identity());
        ResourceContext context = new ResourceContext(verdict, resource, stack, config);
        return Optional.ofNullable(rule.remediation().orElseThrow().remediate(context)).orElse(Map.of());
    }

    private static Outcome run(Verdict verdict, Runnable check) {
        try {
            check.run();
            return verdict.outcome();
        } catch (UndecidedException e) {
            verdict.undecided(e);
            return verdict.outcome();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return verdict.failed(e);
        }
    }
}
