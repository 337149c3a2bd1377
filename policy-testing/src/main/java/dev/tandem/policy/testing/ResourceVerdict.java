package dev.tandem.policy.testing;

import com.google.protobuf.Struct;
import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Mending;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.wire.StructDecoder;
import dev.tandem.policy.wire.StructPatch;
import java.util.Optional;

/**
 * What a resource rule said of one resource. Immutable and thread-safe if the rule is.
 *
 * <pre>{@code
 * ResourceVerdict verdict = RuleTester.of(rule).on(bucket.with("acl", "public-read"));
 * verdict.assertViolatesOnce("public-read").assertMends("acl", "private");
 * }</pre>
 */
@PublicApi
public final class ResourceVerdict extends VerdictAssertions<ResourceVerdict> {

    private final Rule rule;
    private final Resource resource;
    private final TestResource source;
    private final StackInfo stack;
    private final Property config;

    ResourceVerdict(
            Rule rule, Resource resource, Outcome outcome, TestResource source, StackInfo stack, Property config) {
        super(rule, outcome);
        this.rule = rule;
        this.resource = resource;
        this.source = source;
        this.stack = stack;
        this.config = config;
    }

    /**
     * The rule's remediation sets this property to this value, secret mark included, and mends nothing twice.
     *
     * @param property a top-level name, no path
     * @param value as for {@link Values#of}
     * @return this, for more assertions
     * @throws AssertionError when it is not mended, mended to another value, or mended twice
     */
    public ResourceVerdict assertMends(String property, Object value) {
        Mending first = mend(resource);
        Struct before = source.toAnalyzeRequest().getProperties();
        Struct after = StructPatch.apply(before, first.changes());
        Optional<Value> set = Optional.ofNullable(StructDecoder.decode(after).get(property));
        expect(
                first.changes().containsKey(property),
                "a remediation of '" + property + "', which changed " + first.changes().keySet());
        expect(
                set.equals(Optional.of(Values.of(value))),
                "'" + property + "' to be mended to " + Property.of(resource.properties().key(property).path(), Values.of(value))
                        + ", which became " + Property.of(resource.properties().key(property).path(), set.orElse(null)));
        Struct twice = StructPatch.apply(after, mend(rebuilt(after)).changes());
        return expect(twice.equals(after), "a remediation that changes nothing when applied to its own result");
    }

    /**
     * The rule's remediation makes exactly these properties of the resource's, secret marks included, and mends nothing
     * twice.
     *
     * @param after has the wanted properties; nothing else of it counts
     * @return this, for more assertions
     * @throws AssertionError when other properties come out, or mending them again changes them
     */
    public ResourceVerdict assertMendsTo(TestResource after) {
        Mending first = mend(resource);
        Struct mended = StructPatch.apply(source.toAnalyzeRequest().getProperties(), first.changes());
        Property wanted = Property.root(StructDecoder.decode(after.toAnalyzeRequest().getProperties()));
        Property found = Property.root(StructDecoder.decode(mended));
        expect(
                found.value().equals(wanted.value()),
                "properties mended to" + wanted + ", which became" + found
                        + first.failure().map(f -> "; it failed with " + f).orElse("")
                        + first.undecided().map(u -> "; undecided: " + u).orElse(""));
        return expect(
                StructPatch.apply(mended, mend(rebuilt(mended)).changes()).equals(mended),
                "a remediation that changes nothing when applied to its own result");
    }

    /**
     * The rule's remediation changes nothing.
     *
     * @return this, for more assertions
     * @throws AssertionError when it changes something, fails or is undecided
     */
    public ResourceVerdict assertMendsNothing() {
        Mending mending = mend(resource);
        return expect(
                mending.changes().isEmpty() && mending.failure().isEmpty() && mending.undecided().isEmpty(),
                "no remediation, which changed " + mending.changes().keySet() + mending.failure().map(f -> " failed with " + f).orElse("")
                        + mending.undecided().map(u -> " undecided: " + u).orElse(""));
    }

    private Mending mend(Resource of) {
        return Evaluator.of(of, stack).mend(rule, config);
    }

    private Resource rebuilt(Struct properties) {
        return Resource.builder(resource.urn())
                .type(resource.type())
                .name(resource.name())
                .options(resource.options())
                .provider(resource.provider().orElse(null))
                .parent(resource.parent().orElse(null))
                .properties(StructDecoder.decode(properties))
                .build();
    }

    @Override
    ResourceVerdict self() {
        return this;
    }

    @Override
    String subject() {
        return Describe.resource(resource);
    }
}
