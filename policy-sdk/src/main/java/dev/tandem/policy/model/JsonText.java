package dev.tandem.policy.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON documents inside strings, as {@link Value}s. An unknown placeholder inside the text stays an unknown. Read token
 * by token: a tree would be made only to be thrown away, and to load Jackson's data binding takes longer than to judge a
 * hundred resources.
 */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private JsonText() {}

    static Value parse(PropertyPath path, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new MalformedValueException(path, "is empty, expected a JSON document");
            }
            Value value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new MalformedValueException(path, "is not valid JSON" + at(parser.currentTokenLocation()));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedValueException(path, "is not valid JSON" + at(e.getLocation()));
        } catch (NumberFormatException e) {
            throw new MalformedValueException(path, "has a number that is out of range");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(com.fasterxml.jackson.core.JsonLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static Value value(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT:
                Map<String, Value> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    fields.put(name, value(parser, parser.nextToken()));
                }
                return new Value.Fields(fields);
            case START_ARRAY:
                List<Value> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                return new Value.Items(items);
            case VALUE_STRING:
                String text = parser.getText();
                return Unknowns.isUnknown(text) ? new Value.Unknown() : new Value.Text(text);
            case VALUE_NUMBER_INT:
                return new Value.Num(parser.getNumberValue());
            case VALUE_NUMBER_FLOAT:
                return new Value.Num(parser.getDecimalValue());
            case VALUE_TRUE:
                return new Value.Bool(true);
            case VALUE_FALSE:
                return new Value.Bool(false);
            default:
                return new Value.Null();
        }
    }
}
