package dev.tandem.preview.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.tandem.policy.report.JsonReport;
import dev.tandem.preview.report.StackReport.LogLine;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a report as JSON, in the form of docs/schema/report.schema.json. */
public final class PreviewJson {

    private PreviewJson() {}

    /** The whole report, indented, with a line break at its end. */
    public static String write(Report report, String toolVersion) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeNumberField("schemaVersion", JsonReport.SCHEMA_VERSION);
            JsonReport.tool(json, Report.TOOL, toolVersion);
            json.writeStringField("project", report.project());
            json.writeNumberField("exitCode", report.exitCode().number());
            each(json, "stacks", report.stacks(), PreviewJson::stack);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    private static void stack(JsonGenerator json, StackReport stack) throws IOException {
        json.writeStringField("stack", stack.stack());
        json.writeStringField("region", stack.region());
        json.writeNumberField("exitCode", stack.exitCode().number());
        texts(json, "problems", stack.problems());
        texts(json, "incomplete", stack.incomplete());
        each(json, "resources", stack.resources(), PreviewJson::resource);
        JsonReport.judgement(json, stack.policy());
        if (stack.cost().isPresent()) {
            json.writeFieldName("cost");
            JsonCost.write(json, stack.cost().get());
        } else {
            json.writeNullField("cost");
        }
        each(json, "log", stack.log(), PreviewJson::logLine);
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

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A list of objects. */
    static <T> void each(JsonGenerator json, String name, List<T> items, Fields<T> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            json.writeStartObject();
            fields.write(json, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Fields<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }
}
