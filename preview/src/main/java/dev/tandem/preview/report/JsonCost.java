package dev.tandem.preview.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.policy.json.JsonDocument;
import java.io.IOException;

/** The cost section of the JSON report. */
final class JsonCost {

    private JsonCost() {}

    static void write(JsonGenerator json, Cost cost) throws IOException {
        json.writeStartObject();
        json.writeNumberField("monthlyEur", cost.monthlyEur());
        json.writeNumberField("worstCaseEur", cost.worstCaseEur());
        json.writeNumberField("atMaximumEur", cost.atMaximumEur());
        json.writeNumberField("ceilingEur", cost.ceilingEur());
        json.writeObjectFieldStart("exchangeRate");
        json.writeNumberField("usdPerEur", cost.exchangeRate().usdPerEur());
        json.writeStringField("date", cost.exchangeRate().date());
        json.writeStringField("source", cost.exchangeRate().source());
        json.writeEndObject();
        json.writeStringField("usage", cost.usage());
        JsonDocument.each(json, "lines", cost.lines(), JsonCost::line);
        JsonDocument.each(json, "notPriced", cost.notPriced(), (out, n) -> {
            out.writeStringField("type", n.type());
            out.writeStringField("reason", n.reason());
            JsonDocument.texts(out, "resources", n.resources());
        });
        JsonDocument.each(json, "savings", cost.savings(), (out, s) -> {
            out.writeStringField("action", s.action());
            out.writeNumberField("monthlyEur", s.monthlyEur());
        });
        JsonDocument.texts(json, "doubtful", cost.doubtful());
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Cost.Line line) throws IOException {
        json.writeStringField("component", line.component());
        json.writeStringField("type", line.type());
        json.writeStringField("description", line.description());
        json.writeNumberField("quantity", line.quantity());
        json.writeStringField("unit", line.unit());
        json.writeNumberField("unitPriceUsd", line.unitPriceUsd());
        json.writeNumberField("monthlyEur", line.monthlyEur());
        json.writeNumberField("worstCaseEur", line.worstCaseEur());
        json.writeStringField("region", line.region());
        json.writeStringField("source", line.source());
        json.writeStringField("asOf", line.asOf());
        json.writeStringField("confidence", line.confidence());
        json.writeStringField("assumption", line.assumption());
        JsonDocument.texts(json, "resources", line.resources());
    }
}
