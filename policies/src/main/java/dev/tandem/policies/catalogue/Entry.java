package dev.tandem.policies.catalogue;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Remediation;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.RuleBuilder;
import dev.tandem.policy.rule.Severity;
import dev.tandem.policy.rule.StackCheck;
import java.util.List;
import java.util.Map;

/**
 * One row of the catalogue: what a rule is called, how bad a violation is, which controls it serves and how to mend it.
 * The check comes last. Not thread-safe.
 *
 * <p>GDPR is Regulation (EU) 2016/679, NIS2 is Directive (EU) 2022/2555, ISO is ISO/IEC 27001:2022 Annex A, CIS is the
 * CIS AWS Foundations Benchmark 3.0.0, FSBP are the AWS Foundational Security Best Practices of Security Hub.
 */
final class Entry {

    private static final String PAGES = "docs/rules/";
    private final RuleBuilder builder;

    private Entry(RuleBuilder builder, String id, Severity severity, EnforcementLevel level) {
        this.builder = builder.severity(severity).level(level).url(PAGES + id + ".md");
    }

    /** A rule over single resources that stops a deployment. */
    static Entry must(String id, Severity severity) {
        return new Entry(Rule.resource(id), id, severity, EnforcementLevel.MANDATORY);
    }

    /** A rule over single resources that only advises. */
    static Entry advice(String id, Severity severity) {
        return new Entry(Rule.resource(id), id, severity, EnforcementLevel.ADVISORY);
    }

    /** A rule over the resource graph that stops a deployment. */
    static Entry stackMust(String id, Severity severity) {
        return new Entry(Rule.stack(id), id, severity, EnforcementLevel.MANDATORY);
    }

    /** A rule over the resource graph that only advises. */
    static Entry stackAdvice(String id, Severity severity) {
        return new Entry(Rule.stack(id), id, severity, EnforcementLevel.ADVISORY);
    }

    Entry says(String summary) {
        builder.summary(summary);
        return this;
    }

    Entry fix(String howTo) {
        builder.fix(howTo);
        return this;
    }

    Entry gdpr(String... articles) {
        return controls("GDPR", "2016/679", articles);
    }

    Entry nis2(String... articles) {
        return controls("NIS2", "2022/2555", articles);
    }

    Entry iso(String... controls) {
        return controls("ISO 27001", "2022", controls);
    }

    Entry cis(String... recommendations) {
        return controls("CIS AWS Foundations", "3.0.0", recommendations);
    }

    Entry fsbp(String... controls) {
        return controls("AWS FSBP", "1.0.0", controls);
    }

    private Entry controls(String framework, String version, String... references) {
        List.of(references).forEach(r -> builder.control(framework, version, r));
        return this;
    }

    /** A text that the rule takes from its configuration, or from the stack's under the same name. */
    Entry text(String property, String meaning) {
        builder.config(property, Map.of("type", "string", "description", meaning));
        return this;
    }

    /** A list of texts that the rule takes from its configuration, or from the stack's under the same name. */
    Entry texts(String property, String meaning) {
        builder.config(property, Map.of(
                "type", "array", "items", Map.of("type", "string"), "minItems", 1, "description", meaning));
        return this;
    }

    /** A switch that the rule takes from its configuration. */
    Entry flag(String property, String meaning) {
        builder.config(property, Map.of("type", "boolean", "description", meaning));
        return this;
    }

    /** How to mend a resource; done only where the stack's configuration sets the rule's level to remediate. */
    Entry mend(Remediation remediation) {
        builder.remediate(remediation);
        return this;
    }

    /** Ends a resource rule on these canonical types; none means every type. */
    Rule check(ResourceCheck check, String... types) {
        return builder.on(types).check(check);
    }

    /** Ends a resource rule that is a table of demands. */
    Rule check(Demands demands) {
        return check(demands, demands.types());
    }

    /** Ends a stack rule. */
    Rule check(StackCheck check) {
        return builder.checkStack(check);
    }
}
