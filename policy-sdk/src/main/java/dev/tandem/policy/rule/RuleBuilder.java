package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.config.ConfigRecord;
import dev.tandem.policy.model.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Builds a {@link Rule}. Not thread-safe.
 *
 * <pre>{@code
 * Rule rule = Rule.resource("no-public-bucket").on("aws:s3/bucket:Bucket").summary("Buckets are private")
 *         .control("GDPR", "2016/679", "Art. 32(1)(b)")
 *         .check(c -> c.notApplicable("for now"));
 * }</pre>
 */
@PublicApi
public final class RuleBuilder {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern TYPE = Pattern.compile("(?!.*::)[^\\s*$]+");
    private final String id;
    private final Rule.Kind kind;
    private final Set<String> types = new LinkedHashSet<>();
    private final List<String> oldIds = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Map<String, Object> schema = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private String summary = "";
    private String description = "";
    private String remediationText = "";
    private String url = "";
    private EnforcementLevel level;
    private Severity severity;
    private ResourceCheck check;
    private StackCheck stackCheck;
    private Remediation remediation;
    private UndecidedMode undecided;
    private Consumer<Property> configReader = c -> {};

    RuleBuilder(String id, Rule.Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /**
     * Type tokens that the rule looks at, such as {@code aws:s3/bucket:Bucket}; without any it sees every resource.
     *
     * @param typeTokens {@code package:module:Type} each
     * @return this builder
     * @throws IllegalArgumentException for a token that no resource can have
     */
    public RuleBuilder on(String... typeTokens) {
        for (String token : typeTokens) {
            if (!TYPE.matcher(token).matches()) {
                throw new IllegalArgumentException("rule '" + id + "': type '" + token + "', which no resource can have:"
                        + " expected a token such as aws:s3/bucket:Bucket, without blanks, '*', '$' and '::'");
            }
        }
        types.addAll(List.of(typeTokens));
        return this;
    }

    /**
     * As {@link #on(String...)}, with the token read from a resource class' {@code @ResourceType}.
     *
     * @param typedResource a generated class, such as {@code Bucket.class}
     * @return this builder
     * @throws IllegalArgumentException when the class has no such annotation
     */
    public RuleBuilder on(Class<? extends com.pulumi.resources.Resource> typedResource) {
        com.pulumi.core.annotations.ResourceType annotation =
                typedResource.getAnnotation(com.pulumi.core.annotations.ResourceType.class);
        if (annotation == null) {
            throw new IllegalArgumentException("rule '" + id + "': class " + typedResource.getName()
                    + " has no @ResourceType annotation, expected a generated resource class");
        }
        return on(annotation.type());
    }

    /**
     * Former ids, still understood in configuration and waivers.
     *
     * @param ids added to those said before
     * @return this builder
     */
    public RuleBuilder oldIds(String... ids) {
        oldIds.addAll(List.of(ids));
        return this;
    }

    /**
     * What holds when the rule is kept, in one line without full stop; the first line of each message. Required.
     *
     * @param oneLine such as {@code Buckets are private}
     * @return this builder
     */
    public RuleBuilder summary(String oneLine) {
        this.summary = oneLine;
        return this;
    }

    /**
     * More about the rule and why it is there; none by default.
     *
     * @param text may have several lines
     * @return this builder
     */
    public RuleBuilder description(String text) {
        this.description = text;
        return this;
    }

    /**
     * The rule's own level; the pack's by default. What is configured is stronger.
     *
     * @param level null for the pack's
     * @return this builder
     */
    public RuleBuilder level(EnforcementLevel level) {
        this.level = level;
        return this;
    }

    /**
     * How bad a violation is; unspecified by default.
     *
     * @param severity null for unspecified
     * @return this builder
     */
    public RuleBuilder severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    /**
     * What the engine is told when the rule is undecided, unless the run or the configuration say otherwise.
     *
     * @param mode null for the pack's
     * @return this builder
     */
    public RuleBuilder undecided(UndecidedMode mode) {
        this.undecided = mode;
        return this;
    }

    /**
     * Adds a compliance control that the rule serves, see {@link Control}; may be called several times.
     *
     * @param framework such as {@code GDPR}
     * @param version such as {@code 2016/679}, or empty
     * @param reference such as {@code Art. 32(1)(a)}
     * @return this builder
     */
    public RuleBuilder control(String framework, String version, String reference) {
        controls.add(new Control(framework, version, reference));
        return this;
    }

    /**
     * Adds free labels.
     *
     * @param labels added to those said before
     * @return this builder
     */
    public RuleBuilder tags(String... labels) {
        tags.addAll(List.of(labels));
        return this;
    }

    /**
     * How to mend a violation; shown with each.
     *
     * @param howTo in the imperative
     * @return this builder
     */
    public RuleBuilder fix(String howTo) {
        this.remediationText = howTo;
        return this;
    }

    /**
     * The rule's page.
     *
     * @param page an absolute URL
     * @return this builder
     */
    public RuleBuilder url(String page) {
        this.url = page;
        return this;
    }

    /**
     * A configuration property with its JSON schema, as plain maps and lists, such as {@code Map.of("type", "boolean")}.
     *
     * @param property its name; {@code enforcementLevel}, {@code environments} and {@code undecided} are reserved
     * @param jsonSchema may have a {@code default}
     * @return this builder
     */
    public RuleBuilder config(String property, Map<String, Object> jsonSchema) {
        schema.put(property, jsonSchema);
        return this;
    }

    /**
     * As {@link #config(String, Map)}, for a property that must be configured.
     *
     * @param property its name
     * @param jsonSchema plain maps and lists, without a default
     * @return this builder
     */
    public RuleBuilder requiredConfig(String property, Map<String, Object> jsonSchema) {
        required.add(property);
        return config(property, jsonSchema);
    }

    /**
     * The rule is configured with a record. Its JSON schema is derived: {@code boolean}, {@code int}, {@code long},
     * {@code double}, {@code String}, enums, records, and {@code List}, {@code Set}, {@code Map} with {@code String} keys
     * and {@code Optional} of these. The defaults are those of the record's constructor without parameters; what is null
     * there, and everything when there is no such constructor, must be configured, unless it is an {@code Optional}.
     * Jackson's {@code @JsonProperty} renames a component or an enum constant, {@code @JsonPropertyDescription} describes
     * a component, and an {@link IllegalArgumentException} of the record's constructor is a mistake in the configuration.
     *
     * <p>To be called last before the check.
     *
     * @param <T> the record
     * @param record its class
     * @return a builder whose checks get the record
     * @throws IllegalArgumentException naming the component whose type has no JSON form
     */
    public <T extends Record> TypedRuleBuilder<T> config(Class<T> record) {
        try {
            return new TypedRuleBuilder<>(this, id, ConfigRecord.of(record));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule '" + id + "': configuration " + e.getMessage(), e);
        }
    }

    /** Reads a configuration as a check would, and throws what a check would. */
    RuleBuilder binding(Consumer<Property> reader) {
        this.configReader = reader;
        return this;
    }

    /**
     * How to mend a resource; runs only at level {@link EnforcementLevel#REMEDIATE}. Resource rules only.
     *
     * @param remediation see {@link Remediation}
     * @return this builder
     */
    public RuleBuilder remediate(Remediation remediation) {
        this.remediation = remediation;
        return this;
    }

    /**
     * Ends a resource rule.
     *
     * @param check judges one resource
     * @return the rule
     * @throws IllegalArgumentException when the rule is not complete or its metadata is wrong
     */
    public Rule check(ResourceCheck check) {
        this.check = check;
        return build();
    }

    /**
     * Ends a stack rule.
     *
     * @param check judges all resources
     * @return the rule
     * @throws IllegalArgumentException when the rule is not complete or its metadata is wrong
     */
    public Rule checkStack(StackCheck check) {
        this.stackCheck = check;
        return build();
    }

    /**
     * Ends a rule that has a remediation and perhaps no check.
     *
     * @return the rule
     * @throws IllegalArgumentException when the rule is not complete or its metadata is wrong
     */
    public Rule build() {
        if (!ID.matcher(id).matches() || id.equals("all")) {
            throw new IllegalArgumentException("rule id '" + id + "': expected " + ID.pattern()
                    + (id.equals("all") ? "; 'all' is reserved for settings that concern every rule" : ""));
        }
        if (summary.isBlank() || summary.contains("\n")) {
            throw new IllegalArgumentException("rule '" + id + "': expected a summary of one line, found '" + summary + "'");
        }
        for (String reserved : List.of("enforcementLevel", "environments", "undecided")) {
            if (schema.containsKey(reserved)) {
                throw new IllegalArgumentException("rule '" + id + "': config property '" + reserved
                        + "' is reserved, every rule has it already");
            }
        }
        boolean resource = kind == Rule.Kind.RESOURCE;
        if (resource ? check == null && remediation == null || stackCheck != null : stackCheck == null || check != null) {
            throw new IllegalArgumentException("rule '" + id + "': expected "
                    + (resource ? "check or remediate, and no stack check" : "a stack check only"));
        }
        return new Rule(
                id, kind, types, oldIds, summary, description, Optional.ofNullable(level), Optional.ofNullable(severity),
                controls, tags, remediationText, url, schema, required, Optional.ofNullable(check),
                Optional.ofNullable(stackCheck), Optional.ofNullable(remediation), Optional.ofNullable(undecided),
                configReader);
    }
}
