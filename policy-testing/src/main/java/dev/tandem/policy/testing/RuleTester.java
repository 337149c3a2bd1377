package dev.tandem.policy.testing;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.config.ConfigRecord;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Runs one rule in a test.
 *
 * <pre>{@code
 * RuleTester tester = RuleTester.of(new NoPublicAcl().rule());
 * TestResource bucket = TestResource.of("aws:s3/bucket:Bucket", "logs").with("acl", "private");
 * tester.on(bucket).assertClean();
 * tester.on(bucket.with("acl", "public-read")).assertViolates("public-read");
 * tester.on(bucket.withUnknown("acl")).assertUndecided("acl");
 * }</pre>
 *
 * <p>Immutable and thread-safe if the rule is.
 */
@PublicApi
public final class RuleTester {

    private final Rule rule;
    private final Map<String, Value> config;
    private final StackInfo stack;
    private final UnaryOperator<String> normalizer;
    private final Consumer<Outcome> listener;

    private RuleTester(
            Rule rule,
            Map<String, Value> config,
            StackInfo stack,
            UnaryOperator<String> normalizer,
            Consumer<Outcome> listener) {
        this.rule = rule;
        this.config = config;
        this.stack = stack;
        this.normalizer = normalizer;
        this.listener = listener;
    }

    /**
     * {@return a tester with the defaults of the rule's configuration schema}
     *
     * @param rule a resource or a stack rule
     */
    public static RuleTester of(Rule rule) {
        return new RuleTester(rule, rule.defaultConfig(), StackInfo.NONE, UnaryOperator.identity(), outcome -> {});
    }

    /**
     * Configures the rule; properties that are not named keep their default.
     *
     * @param properties plain Java objects or values, by name
     * @return a changed copy
     * @throws IllegalArgumentException naming every mistake: property path, what was found, what is allowed
     */
    public RuleTester config(Map<String, ?> properties) {
        Map<String, Value> all = new LinkedHashMap<>(config);
        all.putAll(Values.fields(properties));
        rule.requireValidConfig(Property.root(all));
        return new RuleTester(rule, all, stack, normalizer, listener);
    }

    /**
     * Configures a rule with its record, see {@link dev.tandem.policy.rule.RuleBuilder#config(Class)}.
     *
     * @param configuration of the rule's record class
     * @return a changed copy
     * @throws IllegalArgumentException naming every mistake
     */
    public RuleTester config(Record configuration) {
        return config(ConfigRecord.plainOf(configuration));
    }

    /**
     * The stack that the rule is told about; none by default.
     *
     * @param info what the rule sees as its stack
     * @return a changed copy
     */
    public RuleTester stack(StackInfo info) {
        return new RuleTester(rule, config, info, normalizer, listener);
    }

    /**
     * The pack's type normalisation; none by default.
     *
     * @param normalize applied to the rule's types and to resources
     * @return a changed copy
     */
    public RuleTester typeNormalizer(UnaryOperator<String> normalize) {
        return new RuleTester(rule, config, stack, normalize, listener);
    }

    /** Told of every outcome. */
    RuleTester listener(Consumer<Outcome> told) {
        return new RuleTester(rule, config, stack, normalizer, told);
    }

    /**
     * Judges one resource by its inputs. A resource of another type is not applicable, as in production.
     *
     * @param resource not changed
     * @return what the rule said
     * @throws IllegalStateException when the rule is a stack rule
     */
    public ResourceVerdict on(TestResource resource) {
        if (rule.kind() != Rule.Kind.RESOURCE) {
            throw new IllegalStateException("rule '" + rule.id() + "' is a stack rule: use onStack(…)");
        }
        Resource decoded = resource.asInput();
        Property settings = Property.root(config);
        Outcome outcome = looksAt(resource.type())
                ? Evaluator.evaluate(rule, decoded, stack, settings)
                : new Outcome(
                        Outcome.Kind.NOT_APPLICABLE,
                        List.of(),
                        List.of(),
                        Optional.of("looks at other types only: " + String.join(", ", rule.types())));
        listener.accept(outcome);
        return new ResourceVerdict(rule, decoded, outcome, resource, stack, settings);
    }

    /**
     * Judges resources together by their outputs and dependencies. The stack resource is added if it is not among them.
     *
     * @param resources in any order
     * @return what the rule said
     * @throws IllegalStateException when the rule is a resource rule
     */
    public StackVerdict onStack(TestResource... resources) {
        if (rule.kind() != Rule.Kind.STACK) {
            throw new IllegalStateException("rule '" + rule.id() + "' is a resource rule: use on(…)");
        }
        Stream<TestResource> all = Stream.of(resources);
        if (Stream.of(resources).noneMatch(r -> r.urn().equals(TestResource.stackUrn()))) {
            all = Stream.concat(Stream.of(TestResource.stack()), all);
        }
        ResourceGraph graph = ResourceGraph.of(all.map(TestResource::asOutput).toList(), normalizer);
        Outcome outcome = Evaluator.evaluate(rule, graph, stack, Property.root(config));
        listener.accept(outcome);
        return new StackVerdict(rule, graph, outcome);
    }

    private boolean looksAt(String type) {
        return rule.types().isEmpty()
                || rule.types().stream().map(normalizer).anyMatch(normalizer.apply(type)::equals);
    }
}
