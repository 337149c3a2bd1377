package dev.tandem.policy.testing;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import java.util.stream.Collectors;

/**
 * What a stack rule said of some resources. Immutable and thread-safe.
 *
 * <pre>{@code
 * StackVerdict verdict = RuleTester.of(stackRule).onStack(bucket);
 * verdict.assertViolatesOn(bucket);
 * }</pre>
 */
@PublicApi
public final class StackVerdict extends VerdictAssertions<StackVerdict> {

    private final ResourceGraph graph;

    StackVerdict(Rule rule, ResourceGraph graph, Outcome outcome) {
        super(rule, outcome);
        this.graph = graph;
    }

    /**
     * A violation by this resource.
     *
     * @param resource one of those judged
     * @return this, for more assertions
     * @throws AssertionError when there is none
     */
    public StackVerdict assertViolatesOn(TestResource resource) {
        return expect(
                outcome().findings().stream().anyMatch(f -> f.urn().filter(resource.urn()::equals).isPresent()),
                "a violation on " + resource.urn());
    }

    /**
     * A violation by the stack as a whole.
     *
     * @return this, for more assertions
     * @throws AssertionError when there is none
     */
    public StackVerdict assertViolatesOnStack() {
        return expect(
                outcome().kind() == Outcome.Kind.VIOLATION
                        && outcome().findings().stream().anyMatch(f -> f.urn().isEmpty()),
                "a violation on the stack");
    }

    @Override
    StackVerdict self() {
        return this;
    }

    @Override
    String subject() {
        return graph.all().stream().map(Describe::resource).collect(Collectors.joining("\n"));
    }
}
