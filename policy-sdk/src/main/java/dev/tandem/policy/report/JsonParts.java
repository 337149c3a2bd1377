package dev.tandem.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.policy.json.JsonDocument;
import dev.tandem.policy.report.PolicyResult.NotApplicable;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import java.io.IOException;
import java.util.Optional;

/** The parts of a JSON report: the fields of each kind of object. */
final class JsonParts {

    private JsonParts() {}

    static void finding(JsonGenerator json, ReportedFinding f, Optional<SourceLocation> location) throws IOException {
        json.writeStringField("id", f.id());
        json.writeStringField("rule", f.rule());
        json.writeStringField("outcome", Labels.of(f.outcome()));
        json.writeStringField("level", f.refuses() ? "mandatory" : "advisory");
        json.writeStringField("severity", Labels.of(f.severity()));
        json.writeStringField("urn", f.urn());
        json.writeStringField("path", f.path());
        json.writeStringField("summary", f.summary());
        json.writeStringField("message", f.message());
        json.writeStringField("fix", f.fix());
        json.writeStringField("url", f.url());
        json.writeStringField("waived", f.waived().orElse(""));
        if (location.isEmpty()) {
            json.writeNullField("location");
            return;
        }
        json.writeObjectFieldStart("location");
        json.writeStringField("file", location.get().file());
        if (location.get().line().isPresent()) {
            json.writeNumberField("line", location.get().line().getAsInt());
        } else {
            json.writeNullField("line");
        }
        json.writeEndObject();
    }

    static void undecided(JsonGenerator json, UndecidedRule undecided) throws IOException {
        json.writeStringField("rule", undecided.rule());
        json.writeStringField("urn", undecided.urn());
        JsonDocument.texts(json, "places", undecided.places());
    }

    static void notApplicable(JsonGenerator json, NotApplicable entry) throws IOException {
        json.writeStringField("rule", entry.rule());
        json.writeStringField("reason", entry.reason());
        json.writeNumberField("resources", entry.resources());
    }

    static void rule(JsonGenerator json, ReportedRule rule) throws IOException {
        json.writeStringField("id", rule.id());
        json.writeStringField("kind", rule.kind().map(Labels::of).orElse(""));
        json.writeStringField("level", rule.level().configName());
        json.writeStringField("severity", Labels.of(rule.severity()));
        json.writeStringField("summary", rule.summary());
        json.writeStringField("url", rule.url());
        JsonDocument.texts(json, "controls", rule.controls());
        json.writeObjectFieldStart("counts");
        json.writeNumberField("passed", rule.counts().passed());
        json.writeNumberField("violated", rule.counts().violated());
        json.writeNumberField("notApplicable", rule.counts().notApplicable());
        json.writeNumberField("undecided", rule.counts().undecided());
        json.writeEndObject();
    }
}
