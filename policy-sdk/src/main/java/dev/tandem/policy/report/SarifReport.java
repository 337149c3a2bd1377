package dev.tandem.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.policy.PublicApi;
import dev.tandem.policy.json.JsonDocument;
import java.io.IOException;
import java.util.List;

/**
 * Writes a report as a SARIF 2.1.0 log: a run for each stack with every rule of the pack, a result for each finding,
 * waived ones suppressed, undecided ones open. A resource is a logical location by its URN, and a physical one where
 * the program, or the project's file, is known.
 *
 * <p>Source: OASIS Standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 *
 * <p>Thread-safe.
 *
 * <pre>{@code
 * Files.writeString(Path.of("policy.sarif"), SarifReport.write(report, true));
 * }</pre>
 */
@PublicApi
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {}

    /**
     * {@return the whole log, indented, with a line break at its end}
     *
     * @param report what to tell
     * @param withUnused whether rules are listed, as not applicable, that no resource concerned
     */
    public static String write(PolicyReport report, boolean withUnused) {
        return JsonDocument.write(json -> {
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            JsonDocument.each(json, "runs", report.results(), (out, r) -> run(out, report, r, withUnused));
        });
    }

    private static void run(JsonGenerator json, PolicyReport report, PolicyResult result, boolean withUnused)
            throws IOException {
        SarifRules rules = SarifRules.of(result);
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", report.tool());
        json.writeStringField("version", report.toolVersion());
        rules.write(json);
        if (result.pack().isPresent()) {
            json.writeObjectFieldStart("properties");
            json.writeStringField("policyPack", result.pack().get().name());
            json.writeStringField("policyPackVersion", result.pack().get().version());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        // One category for each stack, so that a viewer keeps the stacks of one commit apart.
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", String.join("/", report.tool(),
                report.project().isEmpty() ? "project" : report.project(),
                result.stack().isEmpty() ? "resources" : result.stack(), ""));
        json.writeEndObject();
        invocation(json, result);
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        SarifResults results = new SarifResults(json, result, rules);
        results.write(withUnused);
        json.writeEndArray();
    }

    private static void invocation(JsonGenerator json, PolicyResult result) throws IOException {
        JsonDocument.each(json, "invocations", List.of(result), (out, r) -> {
            out.writeBooleanField("executionSuccessful", r.problems().isEmpty());
            out.writeNumberField("exitCode", r.exitCode());
            out.writeArrayFieldStart("toolExecutionNotifications");
            for (String problem : r.problems()) {
                notification(out, "error", problem);
            }
            for (String gap : r.gaps()) {
                notification(out, "warning", "not judged: " + gap);
            }
            out.writeEndArray();
        });
    }

    private static void notification(JsonGenerator json, String level, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("level", level);
        message(json, "message", text);
        json.writeEndObject();
    }

    static void message(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
