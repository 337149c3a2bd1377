package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Redaction;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Runs rules over one subject, a resource or a graph, and turns whatever happens into an {@link Outcome}; never throws
 * for what a rule does. What several rules need, such as the secrets of the subject, is worked out once.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(resource, StackInfo.NONE);
 * Outcome outcome = evaluator.judge(rule, Property.root(rule.defaultConfig()));
 * }</pre>
 *
 * <p>Thread-safe if the rules are.
 */
@PublicApi
public final class Evaluator {

    private final Resource resource;
    private final ResourceGraph graph;
    private final StackInfo stack;
    private final UnaryOperator<String> redaction;

    private Evaluator(Resource resource, ResourceGraph graph, StackInfo stack) {
        this.resource = resource;
        this.graph = graph;
        this.stack = stack;
        Collection<Resource> seen = resource != null ? List.of(resource) : graph.all();
        this.redaction = Redaction.of(() -> values(seen).iterator(), stack.secrets());
    }

    private static List<Value> values(Collection<Resource> resources) {
        List<Value> out = new ArrayList<>(resources.size() + 1);
        Property last = null;
        for (Resource resource : resources) {
            resource.properties().value().ifPresent(out::add);
            Property provider = resource.provider().map(Provider::properties).orElse(null);
            // Most resources have the one before's.
            if (provider != null && provider != last) {
                provider.value().ifPresent(out::add);
                last = provider;
            }
        }
        return out;
    }

    /**
     * {@return an evaluator for resource rules}
     *
     * @param resource with inputs
     * @param stack what rules are told of the stack
     */
    public static Evaluator of(Resource resource, StackInfo stack) {
        return new Evaluator(resource, null, stack);
    }

    /**
     * {@return an evaluator for stack rules}
     *
     * @param graph resources with outputs
     * @param stack what rules are told of the stack
     */
    public static Evaluator of(ResourceGraph graph, StackInfo stack) {
        return new Evaluator(null, graph, stack);
    }

    /**
     * {@return what one resource rule says of one resource} The rule's types are not looked at here.
     *
     * @param rule a resource rule
     * @param resource with inputs
     * @param stack what the rule is told of the stack
     * @param config the rule's configuration, an object
     */
    public static Outcome evaluate(Rule rule, Resource resource, StackInfo stack, Property config) {
        return of(resource, stack).judge(rule, config);
    }

    /**
     * {@return what one stack rule says of all resources}
     *
     * @param rule a stack rule
     * @param graph resources with outputs
     * @param stack what the rule is told of the stack
     * @param config the rule's configuration, an object
     */
    public static Outcome evaluate(Rule rule, ResourceGraph graph, StackInfo stack, Property config) {
        return of(graph, stack).judge(rule, config);
    }

    /**
     * Runs a rule's check. A rule that only has a remediation is judged by it: what it would change is a violation.
     *
     * @param rule of the evaluator's kind
     * @param config the rule's configuration, an object
     * @return what came of it; {@link Outcome.Kind#ERROR} when the check threw something
     */
    public Outcome judge(Rule rule, Property config) {
        Verdict verdict = new Verdict(rule.id(), redaction);
        try {
            if (resource == null) {
                StackContext context = new StackContext(verdict, graph, stack, config);
                rule.stackCheck().ifPresent(c -> c.check(context));
            } else {
                ResourceContext context = new ResourceContext(verdict, resource, stack, config);
                rule.check().orElse(c -> byRemediation(rule, c)).check(context);
            }
            return verdict.outcome();
        } catch (UndecidedException e) {
            verdict.undecided(e);
            return verdict.outcome();
        } catch (Throwable e) {
            return verdict.failed(survivable(e));
        }
    }

    /**
     * {@return what the rule's remediation wants to change; nothing when it has none}
     *
     * @param rule a resource rule
     * @param config the rule's configuration, an object
     */
    public Mending mend(Rule rule, Property config) {
        Verdict verdict = new Verdict(rule.id(), redaction);
        try {
            ResourceContext context = new ResourceContext(verdict, resource, stack, config);
            return new Mending(changes(rule, context), Optional.empty(), Optional.empty());
        } catch (UndecidedException e) {
            return new Mending(Map.of(), Optional.of(e.path() + " " + e.getMessage()), Optional.empty());
        } catch (Throwable e) {
            return new Mending(Map.of(), Optional.empty(), Optional.of(verdict.describe(survivable(e))));
        }
    }

    private static void byRemediation(Rule rule, ResourceContext context) {
        changes(rule, context).keySet().forEach(key -> context.violation(
                context.resource().properties().key(key), key, "the rule's remediation would change this property"));
    }

    private static Map<String, Value> changes(Rule rule, ResourceContext context) {
        Map<String, Value> changed = new TreeMap<>();
        rule.remediation().map(r -> r.remediate(context)).orElse(Map.of()).forEach((key, wanted) -> {
            Optional<Value> present = context.resource().properties().key(key).value();
            if (!present.equals(Optional.of(wanted.unwrapped()))) {
                changed.put(key, wanted);
            }
        });
        return changed;
    }

    /** Everything but the end of the virtual machine; a stack overflow is over once it got here. */
    private static Throwable survivable(Throwable e) {
        if (e instanceof VirtualMachineError error && !(e instanceof StackOverflowError)) {
            throw error;
        }
        return e;
    }
}
