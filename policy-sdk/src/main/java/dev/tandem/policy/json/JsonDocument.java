package dev.tandem.policy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes documents and the parts that all of them have. Thread-safe. */
public final class JsonDocument {

    private JsonDocument() {}

    /** An indented object with a line break at its end. */
    public static String write(Content fields) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            // Line feeds on every system, so that a report is the same everywhere.
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    /** A list of texts. */
    public static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A list of objects. */
    public static <T> void each(JsonGenerator json, String name, List<T> items, Fields<T> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            json.writeStartObject();
            fields.write(json, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the fields of the object that is open. */
    @FunctionalInterface
    public interface Content {
        /** Writes them. */
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes the fields of one object of a list. */
    @FunctionalInterface
    public interface Fields<T> {
        /** Writes them. */
        void write(JsonGenerator json, T item) throws IOException;
    }
}
