package dev.tandem.preview.report;

import com.fasterxml.jackson.core.JsonGenerator;
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
        JsonReport.each(json, "lines", cost.lines(), JsonCost::line);
        JsonReport.each(json, "notPriced", cost.notPriced(), (out, n) -> {
            out.writeStringField("type", n.type());
            out.writeStringField("reason", n.reason());
            JsonReport.texts(out, "resources", n.resources());
        });
        JsonReport.each(json, "savings", cost.savings(), (out, s) -> {
            out.writeStringField("action", s.action());
            out.writeNumberField("monthlyEur", s.monthlyEur());
        });
        JsonReport.texts(json, "doubtful", cost.doubtful());
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
        json.writeStringField("assumption", line.assumption());
        JsonReport.texts(json, "resources", line.resources());
    }
}
