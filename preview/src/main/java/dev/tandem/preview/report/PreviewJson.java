package dev.tandem.preview.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.policy.json.JsonDocument;
import dev.tandem.policy.report.JsonReport;
import dev.tandem.preview.report.StackReport.LogLine;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.io.IOException;

/** Writes a report as JSON, in the form of docs/schema/report.schema.json. */
public final class PreviewJson {

    private PreviewJson() {}

    /** The whole report, indented, with a line break at its end. */
    public static String write(Report report, String toolVersion) {
        return JsonDocument.write(json -> {
            json.writeNumberField("schemaVersion", JsonReport.SCHEMA_VERSION);
            JsonReport.tool(json, Report.TOOL, toolVersion);
            json.writeStringField("project", report.project());
            json.writeNumberField("exitCode", report.exitCode().number());
            JsonDocument.each(json, "stacks", report.stacks(), PreviewJson::stack);
        });
    }

    private static void stack(JsonGenerator json, StackReport stack) throws IOException {
        json.writeStringField("stack", stack.stack());
        json.writeStringField("region", stack.region());
        json.writeNumberField("exitCode", stack.exitCode().number());
        JsonDocument.texts(json, "problems", stack.problems());
        JsonDocument.texts(json, "incomplete", stack.incomplete());
        JsonDocument.each(json, "resources", stack.resources(), PreviewJson::resource);
        JsonReport.judgement(json, stack.policy());
        if (stack.cost().isPresent()) {
            json.writeFieldName("cost");
            JsonCost.write(json, stack.cost().get());
        } else {
            json.writeNullField("cost");
        }
        JsonDocument.each(json, "log", stack.log(), PreviewJson::logLine);
    }

    private static void resource(JsonGenerator json, PlannedResource resource) throws IOException {
        json.writeStringField("urn", resource.urn());
        json.writeStringField("type", resource.type());
        json.writeStringField("name", resource.name());
        json.writeStringField("parent", resource.parent());
        json.writeStringField("provider", resource.provider());
        json.writeStringField("region", resource.region());
    }

    private static void logLine(JsonGenerator json, LogLine line) throws IOException {
        json.writeStringField("level", line.level());
        json.writeStringField("message", line.message());
        json.writeStringField("urn", line.urn());
    }
}
