package dev.tandem.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import dev.tandem.policy.rule.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The results of a SARIF run. Not reusable. */
final class SarifResults {

    private final JsonGenerator json;
    private final PolicyResult result;
    private final SarifRules rules;

    SarifResults(JsonGenerator json, PolicyResult result, SarifRules rules) {
        this.json = json;
        this.result = result;
        this.rules = rules;
    }

    void write(boolean withUnused) throws IOException {
        for (ReportedFinding f : result.findings()) {
            finding(f);
        }
        for (UndecidedRule u : result.undecided()) {
            start(u.rule(), "open", "none", "Undecided before the deployment: " + String.join("; ", u.places()));
            locations(u.urn());
            fingerprint(u.rule() + "[undecided]", u.urn());
            json.writeEndObject();
        }
        if (withUnused) {
            for (ReportedRule r : result.unused()) {
                start(r.id(), "notApplicable", "none", "No resource concerns this rule.");
                json.writeEndObject();
            }
        }
    }

    private void finding(ReportedFinding f) throws IOException {
        boolean isError = f.refuses() || f.outcome() == Outcome.Kind.ERROR;
        start(f.rule(), "fail", isError ? "error" : "warning", text(f));
        locations(f.urn());
        fingerprint(f.id(), f.urn());
        if (f.isWaived()) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("status", "accepted");
            json.writeStringField("justification", f.waived().orElse(""));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("findingId", f.id());
        json.writeStringField("severity", Labels.of(f.severity()));
        json.writeStringField("propertyPath", f.path());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void start(String rule, String kind, String level, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", rule);
        if (rules.index(rule) >= 0) {
            json.writeNumberField("ruleIndex", rules.index(rule));
        }
        json.writeStringField("kind", kind);
        json.writeStringField("level", level);
        SarifReport.message(json, "message", text);
    }

    private static String text(ReportedFinding f) {
        String what = f.message().isEmpty() ? f.summary() : f.message();
        return ShortNames.resource(f.urn()) + (f.path().isEmpty() ? "" : " at " + f.path()) + ": "
                + (what.isEmpty() ? f.rule() : what) + (f.fix().isEmpty() ? "" : "\nFix: " + f.fix());
    }

    private void locations(String urn) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        Optional<SourceLocation> location = result.location(urn);
        if (location.isPresent()) {
            physical(location.get());
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        Optional<Urn> read = Urn.read(urn);
        if (read.isPresent()) {
            json.writeStringField("name", read.get().name());
        }
        json.writeStringField("fullyQualifiedName", urn);
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void physical(SourceLocation location) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(location.file()));
        json.writeStringField("uriBaseId", "%SRCROOT%");
        json.writeEndObject();
        if (location.line().isPresent()) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", location.line().getAsInt());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void fingerprint(String id, String urn) throws IOException {
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("findingAndUrn/v1", id + " " + urn);
        json.writeEndObject();
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
