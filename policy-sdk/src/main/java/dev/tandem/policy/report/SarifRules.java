package dev.tandem.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.policy.json.JsonDocument;
import dev.tandem.policy.rule.EnforcementLevel;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of a SARIF run and their indices. */
final class SarifRules {

    private final List<ReportedRule> rules;
    private final Map<String, Integer> indices = new LinkedHashMap<>();

    private SarifRules(List<ReportedRule> rules) {
        this.rules = rules;
        for (int i = 0; i < rules.size(); i++) {
            indices.put(rules.get(i).id(), i);
        }
    }

    /** A finding may name a rule that the pack does not list; what is known of it comes from the finding. */
    static SarifRules of(PolicyResult result) {
        List<ReportedRule> all = new ArrayList<>(result.rules());
        for (ReportedFinding f : result.findings()) {
            if (all.stream().noneMatch(r -> r.id().equals(f.rule()))) {
                all.add(new ReportedRule(f.rule(), Optional.empty(), f.summary(), "", f.level(), f.severity(), f.fix(),
                        f.url(), List.of(), new ReportedRule.Counts(0, 1, 0, 0)));
            }
        }
        return new SarifRules(all);
    }

    int index(String rule) {
        return indices.getOrDefault(rule, -1);
    }

    void write(JsonGenerator json) throws IOException {
        JsonDocument.each(json, "rules", rules, SarifRules::rule);
    }

    private static void rule(JsonGenerator json, ReportedRule rule) throws IOException {
        json.writeStringField("id", rule.id());
        String summary = rule.summary().isEmpty() ? rule.id() : rule.summary();
        String description = rule.description().isEmpty() ? summary : rule.description();
        SarifReport.message(json, "shortDescription", summary);
        SarifReport.message(json, "fullDescription", description);
        String fix = rule.fix().isEmpty() ? "" : "\n\nFix: " + rule.fix();
        Optional<URI> page = page(rule.url());
        String more = rule.url().isEmpty() || page.isPresent() ? "" : "\n\nSee " + rule.url();
        json.writeObjectFieldStart("help");
        json.writeStringField("text", description + fix + more);
        json.writeEndObject();
        if (page.isPresent()) {
            json.writeStringField("helpUri", page.get().toString());
        }
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeBooleanField("enabled", rule.level() != EnforcementLevel.DISABLED);
        json.writeStringField("level", rule.level() == EnforcementLevel.ADVISORY ? "warning" : "error");
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        JsonDocument.texts(json, "tags", rule.controls().stream().distinct().toList());
        json.writeStringField("severity", Labels.of(rule.severity()));
        json.writeEndObject();
    }

    /** SARIF wants an absolute address; a path within the repository is none. */
    private static Optional<URI> page(String url) {
        try {
            return Optional.of(new URI(url)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
