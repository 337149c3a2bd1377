package dev.tandem.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.policy.PublicApi;
import dev.tandem.policy.json.JsonDocument;
import java.io.IOException;

/**
 * Writes a report as JSON, in the form of docs/schema/policy-report.schema.json. Every key is always there; a change
 * that adds one raises {@link #SCHEMA_VERSION}. Thread-safe.
 *
 * <pre>{@code
 * Files.writeString(Path.of("policy.json"), JsonReport.write(report));
 * }</pre>
 */
@PublicApi
public final class JsonReport {

    /** The version of the form. */
    public static final int SCHEMA_VERSION = 2;

    private JsonReport() {}

    /**
     * {@return the whole report, indented, with a line break at its end}
     *
     * @param report what to tell
     */
    public static String write(PolicyReport report) {
        return JsonDocument.write(json -> {
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            tool(json, report.tool(), report.toolVersion());
            json.writeStringField("project", report.project());
            json.writeNumberField("exitCode", report.exitCode());
            JsonDocument.each(json, "stacks", report.results(), JsonReport::result);
        });
    }

    private static void result(JsonGenerator json, PolicyResult result) throws IOException {
        json.writeStringField("stack", result.stack());
        json.writeNumberField("exitCode", result.exitCode());
        JsonDocument.texts(json, "problems", result.problems());
        judgement(json, result);
    }

    /**
     * Writes the object {@code tool}.
     *
     * @param json has an object open
     * @param name what judged
     * @param version its version
     * @throws IOException when {@code json} cannot be written to
     */
    public static void tool(JsonGenerator json, String name, String version) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", name);
        json.writeStringField("version", version);
        json.writeEndObject();
    }

    /**
     * Writes the keys {@code pack}, {@code gaps}, {@code findings}, {@code undecided}, {@code notApplicable} and
     * {@code rules} into the object that is open, so that a larger report has them in the same form.
     *
     * @param json has an object open
     * @param result of one stack
     * @throws IOException when {@code json} cannot be written to
     */
    public static void judgement(JsonGenerator json, PolicyResult result) throws IOException {
        if (result.pack().isPresent()) {
            json.writeObjectFieldStart("pack");
            json.writeStringField("name", result.pack().get().name());
            json.writeStringField("version", result.pack().get().version());
            json.writeEndObject();
        } else {
            json.writeNullField("pack");
        }
        JsonDocument.texts(json, "gaps", result.gaps());
        JsonDocument.each(json, "findings", result.findings(), (out, f) -> JsonParts.finding(out, f, result.location(f.urn())));
        JsonDocument.each(json, "undecided", result.undecided(), JsonParts::undecided);
        JsonDocument.each(json, "notApplicable", result.notApplicable(), JsonParts::notApplicable);
        JsonDocument.each(json, "rules", result.rules(), JsonParts::rule);
    }
}
