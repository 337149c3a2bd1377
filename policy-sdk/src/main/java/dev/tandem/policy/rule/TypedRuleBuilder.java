package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.config.ConfigRecord;
import dev.tandem.policy.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Ends a rule that is configured with a record, see {@link RuleBuilder#config(Class)}. Not thread-safe.
 *
 * <pre>{@code
 * record Limits(int minimum, List<String> exempt) {
 *     Limits() {
 *         this(80, List.of());
 *     }
 * }
 *
 * Rule rule = Rule.resource("wide-door")
 *         .on("shop:index:Door")
 *         .summary("Doors are wide enough")
 *         .config(Limits.class)
 *         .schema("minimum", Map.of("minimum", 1))
 *         .check((door, limits) -> {
 *             if (door.get("width").integerOr(0) < limits.minimum()) {
 *                 door.violation(door.get("width"), "is too narrow, expected " + limits.minimum() + " cm");
 *             }
 *         });
 * }</pre>
 *
 * @param <T> the record
 */
@PublicApi
public final class TypedRuleBuilder<T extends Record> {

    private final RuleBuilder rule;
    private final ConfigBinding<T> binding;
    private final Map<String, Map<String, Object>> schema;
    private final java.util.List<String> required;

    TypedRuleBuilder(RuleBuilder rule, String id, ConfigRecord<T> record) {
        this.rule = rule;
        this.binding = new ConfigBinding<>(id, record);
        this.schema = record.schema();
        this.required = record.required();
    }

    /**
     * Adds JSON schema keywords to those derived from the record, or overrides them.
     *
     * @param property a top-level property
     * @param keywords such as {@code Map.of("minItems", 1)}
     * @return this builder
     * @throws IllegalArgumentException when the record has no such property
     */
    public TypedRuleBuilder<T> schema(String property, Map<String, Object> keywords) {
        Map<String, Object> derived = schema.get(property);
        if (derived == null) {
            throw new IllegalArgumentException("schema for '" + property + "', but the record has " + schema.keySet());
        }
        Map<String, Object> merged = new LinkedHashMap<>(derived);
        merged.putAll(keywords);
        schema.put(property, merged);
        return this;
    }

    /**
     * How to mend a resource, with the configuration; as {@link RuleBuilder#remediate}.
     *
     * @param remediation gets the resource and its rule's configuration
     * @return this builder
     */
    public TypedRuleBuilder<T> remediate(BiFunction<ResourceContext, T, Map<String, Value>> remediation) {
        rule.remediate(c -> remediation.apply(c, binding.bind(c.config())));
        return this;
    }

    /**
     * Ends a resource rule; as {@link RuleBuilder#check}, with the configuration.
     *
     * @param check gets the resource and its rule's configuration
     * @return the rule
     * @throws IllegalArgumentException when the rule is not complete or its metadata is wrong
     */
    public Rule check(BiConsumer<ResourceContext, T> check) {
        return configured().check(c -> check.accept(c, binding.bind(c.config())));
    }

    /**
     * Ends a stack rule; as {@link RuleBuilder#checkStack}, with the configuration.
     *
     * @param check gets the stack and its rule's configuration
     * @return the rule
     * @throws IllegalArgumentException when the rule is not complete or its metadata is wrong
     */
    public Rule checkStack(BiConsumer<StackContext, T> check) {
        return configured().checkStack(c -> check.accept(c, binding.bind(c.config())));
    }

    /**
     * Ends a rule that has a remediation and no check; see {@link RuleBuilder#build}.
     *
     * @return the rule
     * @throws IllegalArgumentException when the rule is not complete or its metadata is wrong
     */
    public Rule build() {
        return configured().build();
    }

    private RuleBuilder configured() {
        schema.forEach((property, keywords) -> {
            if (required.contains(property)) {
                rule.requiredConfig(property, keywords);
            } else {
                rule.config(property, keywords);
            }
        });
        return rule.binding(binding::bind);
    }
}
