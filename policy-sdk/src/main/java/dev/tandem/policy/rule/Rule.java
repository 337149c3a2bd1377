package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rule: what it says of itself, and the check. Data first, so that pages, reports and the engine's listing come from
 * one place. Immutable and thread-safe if its check is.
 *
 * <pre>{@code
 * Rule rule = Rule.resource("no-public-bucket")
 *         .on("aws:s3/bucket:Bucket")
 *         .summary("Buckets are private")
 *         .severity(Severity.HIGH)
 *         .check(c -> {
 *             if (c.get("acl").is("public-read")) {
 *                 c.violation(c.get("acl"), "is public-read, expected private");
 *             }
 *         });
 * }</pre>
 *
 * @param id {@code [a-z0-9-]{1,60}}, not {@code all}
 * @param kind resource or stack
 * @param types type tokens it looks at, after the pack's normalisation; empty means every type. Resource rules only
 * @param oldIds former ids, still understood in configuration and waivers
 * @param summary one line without full stop, shown as the first line of each message
 * @param description more text, may be empty
 * @param level empty means the pack's default
 * @param severity empty means unspecified
 * @param controls the compliance controls that it serves
 * @param tags free labels
 * @param remediationText how to fix a violation; empty when the message says it all
 * @param url of the rule's page, may be empty
 * @param configSchema JSON schema of each configuration property, by name; empty when it takes none
 * @param requiredConfig names of the properties that must be configured
 * @param check the judgement; present for every rule but one that only remediates
 * @param stackCheck the judgement of a stack rule
 * @param remediation how to mend a resource
 * @param undecided what the engine is told when the rule is undecided; empty means what the pack says
 * @param configReader reads a configuration as the check does, and throws {@link IllegalArgumentException} where it cannot
 */
@PublicApi
public record Rule(
        String id,
        Kind kind,
        Set<String> types,
        List<String> oldIds,
        String summary,
        String description,
        Optional<EnforcementLevel> level,
        Optional<Severity> severity,
        List<Control> controls,
        List<String> tags,
        String remediationText,
        String url,
        Map<String, Object> configSchema,
        List<String> requiredConfig,
        Optional<ResourceCheck> check,
        Optional<StackCheck> stackCheck,
        Optional<Remediation> remediation,
        Optional<UndecidedMode> undecided,
        Consumer<Property> configReader) {

    /** Which call of the engine a rule answers. */
    public enum Kind {
        /** One resource at a time, by its inputs, before anything is done. */
        RESOURCE,
        /** All resources together, by their outputs, when everything is planned or done. */
        STACK
    }

    /**
     * Copies the collections, and judges nothing: {@link RuleBuilder#build} does.
     *
     * @param id unique in a pack
     * @param kind resource or stack
     * @param types type tokens; empty means every type
     * @param oldIds former ids
     * @param summary one line
     * @param description more text
     * @param level empty means the pack's default
     * @param severity empty means unspecified
     * @param controls what it serves
     * @param tags free labels
     * @param remediationText how to fix a violation
     * @param url of the rule's page
     * @param configSchema JSON schemas by property
     * @param requiredConfig what must be configured
     * @param check of a resource rule
     * @param stackCheck of a stack rule
     * @param remediation of a resource rule
     * @param undecided empty means what the pack says
     * @param configReader refuses a configuration by an exception
     */
    public Rule {
        types = Set.copyOf(types);
        oldIds = List.copyOf(oldIds);
        controls = List.copyOf(controls);
        tags = List.copyOf(tags);
        configSchema = Map.copyOf(configSchema);
        requiredConfig = List.copyOf(requiredConfig);
    }

    /**
     * Checks a configuration as a whole, before anything is judged with it.
     *
     * @param config an object with the rule's properties
     * @throws IllegalArgumentException naming the rule and every mistake: property path, what was found, what is allowed
     */
    public void requireValidConfig(Property config) {
        configReader.accept(config);
        List<String> problems = configSchema.isEmpty() ? List.of() : ConfigSchemaCheck.problems(this, config);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("configuration of rule '" + id + "': " + String.join("; ", problems));
        }
    }

    /** {@return the configuration that holds where nothing is configured: the schema's defaults, by property} */
    public Map<String, Value> defaultConfig() {
        Map<String, Value> out = new LinkedHashMap<>();
        configSchema.forEach((name, schema) -> {
            if (schema instanceof Map<?, ?> map && map.containsKey("default")) {
                out.put(name, Values.of(map.get("default")));
            }
        });
        return out;
    }

    /**
     * A rule over single resources.
     *
     * @param id {@code [a-z0-9-]{1,60}}, not {@code all}; judged when the rule is built
     * @return a builder
     */
    public static RuleBuilder resource(String id) {
        return new RuleBuilder(id, Kind.RESOURCE);
    }

    /**
     * A rule over the whole stack.
     *
     * @param id {@code [a-z0-9-]{1,60}}, not {@code all}; judged when the rule is built
     * @return a builder
     */
    public static RuleBuilder stack(String id) {
        return new RuleBuilder(id, Kind.STACK);
    }
}
