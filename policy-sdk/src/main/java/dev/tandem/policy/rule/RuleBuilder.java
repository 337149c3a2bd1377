package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Builds a {@link Rule}. Not thread-safe. */
@PublicApi
public final class RuleBuilder {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
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

    RuleBuilder(String id, Rule.Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /** Type tokens that the rule looks at; without any it sees every resource. */
    public RuleBuilder on(String... typeTokens) {
        types.addAll(List.of(typeTokens));
        return this;
    }

    /** As {@link #on(String...)}, with the token read from a resource class' {@code @ResourceType}. */
    public RuleBuilder on(Class<? extends com.pulumi.resources.Resource> typedResource) {
        com.pulumi.core.annotations.ResourceType annotation =
                typedResource.getAnnotation(com.pulumi.core.annotations.ResourceType.class);
        if (annotation == null) {
            throw new IllegalArgumentException("rule '" + id + "': class " + typedResource.getName()
                    + " has no @ResourceType annotation, expected a generated resource class");
        }
        return on(annotation.type());
    }

    public RuleBuilder oldIds(String... ids) {
        oldIds.addAll(List.of(ids));
        return this;
    }

    public RuleBuilder summary(String oneLine) {
        this.summary = oneLine;
        return this;
    }

    public RuleBuilder description(String text) {
        this.description = text;
        return this;
    }

    public RuleBuilder level(EnforcementLevel level) {
        this.level = level;
        return this;
    }

    public RuleBuilder severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public RuleBuilder control(String framework, String version, String reference) {
        controls.add(new Control(framework, version, reference));
        return this;
    }

    public RuleBuilder tags(String... labels) {
        tags.addAll(List.of(labels));
        return this;
    }

    public RuleBuilder fix(String howTo) {
        this.remediationText = howTo;
        return this;
    }

    public RuleBuilder url(String page) {
        this.url = page;
        return this;
    }

    /** A configuration property with its JSON schema, as plain maps and lists, such as {@code Map.of("type", "boolean")}. */
    public RuleBuilder config(String property, Map<String, Object> jsonSchema) {
        schema.put(property, jsonSchema);
        return this;
    }

    public RuleBuilder requiredConfig(String property, Map<String, Object> jsonSchema) {
        required.add(property);
        return config(property, jsonSchema);
    }

    public RuleBuilder remediate(Remediation remediation) {
        this.remediation = remediation;
        return this;
    }

    /** Ends a resource rule. */
    public Rule check(ResourceCheck check) {
        this.check = check;
        return build();
    }

    /** Ends a stack rule. */
    public Rule checkStack(StackCheck check) {
        this.stackCheck = check;
        return build();
    }

    /**
     * Ends a rule that has a remediation and perhaps no check.
     *
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
                Optional.ofNullable(stackCheck), Optional.ofNullable(remediation));
    }
}
