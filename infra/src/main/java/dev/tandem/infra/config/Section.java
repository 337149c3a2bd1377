package dev.tandem.infra.config;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One object of the configuration. Reads typed values by key, notes what is wrong instead of throwing, and remembers
 * what was asked for, so that unknown keys can be told. A value that is wrong reads as {@code null}.
 */
final class Section {

    private static final Gson STRICT = new Gson();

    private final List<Problem> problems;
    private final String path;
    private final Map<String, JsonElement> values;
    private final Set<String> secrets;
    private final boolean asText;
    private final Set<String> known = new TreeSet<>();

    private Section(
            List<Problem> problems, String path, Map<String, JsonElement> values, Set<String> secrets, boolean asText) {
        this.problems = problems;
        this.path = path;
        this.values = values;
        this.secrets = secrets;
        this.asText = asText;
    }

    /**
     * The keys of a namespace, whose values are text: what is not meant to be text is JSON inside it.
     *
     * @param secrets keys whose values must not be shown
     */
    static Section namespace(List<Problem> problems, String namespace, Map<String, String> config, Set<String> secrets) {
        Map<String, JsonElement> values = new LinkedHashMap<>();
        String prefix = namespace + ":";
        config.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), new JsonPrimitive(value));
            }
        });
        return new Section(problems, prefix, values, secrets, true);
    }

    /** What a value should be. */
    record Expected(String text, String example) {}

    /** Notes a problem at a key of this section. */
    void problem(String key, String found, Expected expected) {
        problems.add(new Problem(path + key, found, expected.text(), expected.example()));
    }

    /** How many problems there are so far, of all sections. */
    int problemCount() {
        return problems.size();
    }

    /** How a key's value looks to the reader. */
    String show(String key) {
        if (secrets.contains(path + key)) {
            return "[secret]";
        }
        JsonElement value = values.get(key);
        String text = value == null ? "nothing" : value.toString();
        return text.length() > 120 ? text.substring(0, 117) + "..." : text;
    }

    boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** A required text that meets a condition. */
    String text(String key, Predicate<String> fits, Expected expected) {
        JsonElement value = required(key, expected);
        if (value == null) {
            return null;
        }
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString() && fits.test(value.getAsString())) {
            return value.getAsString();
        }
        problem(key, show(key), expected);
        return null;
    }

    /** A required text that matches a regular expression. */
    String text(String key, String pattern, Expected expected) {
        return text(key, value -> value.matches(pattern), expected);
    }

    /** A required whole number in a range. */
    Integer integer(String key, int least, int most, String what, int example) {
        Expected expected = new Expected(
                what + ", a whole number from " + least + " to " + most, Integer.toString(example));
        BigDecimal number = number(key, expected);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0 || outside(number, BigDecimal.valueOf(least), BigDecimal.valueOf(most))) {
            problem(key, show(key), expected);
            return null;
        }
        return number.intValueExact();
    }

    /** An optional whole number in a range. */
    Integer integer(String key, int least, int most, String what, int example, int otherwise) {
        return has(key) ? integer(key, least, most, what, example) : Integer.valueOf(otherwise);
    }

    /** A required number in a range. */
    BigDecimal decimal(String key, String least, String most, String what, String example) {
        Expected expected = new Expected(what + ", a number from " + least + " to " + most, example);
        BigDecimal number = number(key, expected);
        if (number != null && outside(number, new BigDecimal(least), new BigDecimal(most))) {
            problem(key, show(key), expected);
            return null;
        }
        return number;
    }

    /** An optional true or false. */
    Boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonElement value = parsed(key);
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
            return value.getAsBoolean();
        }
        problem(key, show(key), new Expected("true or false", Boolean.toString(otherwise)));
        return null;
    }

    /** A required list of texts that each meet a condition. */
    List<String> texts(String key, Predicate<String> fits, Expected expected) {
        JsonElement value = required(key, expected);
        if (value == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        JsonElement list = parsed(key);
        if (!list.isJsonArray()) {
            problem(key, show(key), expected);
            return null;
        }
        boolean fine = true;
        for (int i = 0; i < list.getAsJsonArray().size(); i++) {
            JsonElement item = list.getAsJsonArray().get(i);
            boolean fits1 = item.isJsonPrimitive() && item.getAsJsonPrimitive().isString() && fits.test(item.getAsString());
            if (fits1) {
                texts.add(item.getAsString());
            } else {
                fine = false;
                problem(key + "[" + i + "]", secrets.contains(path + key) ? "[secret]" : item.toString(), expected);
            }
        }
        return fine ? texts : null;
    }

    /** A required object, as a section of its own. */
    Section object(String key, Expected expected) {
        JsonElement value = required(key, expected);
        if (value == null) {
            return null;
        }
        JsonElement object = parsed(key);
        if (!object.isJsonObject()) {
            problem(key, show(key), expected);
            return null;
        }
        return nested(path + key + ".", object.getAsJsonObject(), secrets.contains(path + key));
    }

    /** This section's keys and their objects: for keys that are names. */
    Map<String, Section> objects(Expected expected) {
        Map<String, Section> objects = new LinkedHashMap<>();
        for (String key : values.keySet()) {
            Section object = object(key, expected);
            if (object != null) {
                objects.put(key, object);
            }
        }
        return objects;
    }

    /** Keys that were there. */
    Set<String> keys() {
        return new TreeSet<>(values.keySet());
    }

    /** Notes every key that nobody asked for. */
    void rejectUnknown() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                Optional<String> meant = Spelling.nearest(key, known);
                problem(key, "an unknown key" + meant.map(k -> ", did you mean " + path + k + "?").orElse(""),
                        new Expected("one of " + String.join(", ", known), path + meant.orElse(known.iterator().next())));
            }
        }
    }

    private Section nested(String nestedPath, JsonObject object, boolean secret) {
        Set<String> hidden = new TreeSet<>(secrets);
        Map<String, JsonElement> nestedValues = new LinkedHashMap<>();
        object.entrySet().forEach(entry -> {
            nestedValues.put(entry.getKey(), entry.getValue());
            if (secret) {
                hidden.add(nestedPath + entry.getKey());
            }
        });
        return new Section(problems, nestedPath, nestedValues, hidden, false);
    }

    private JsonElement required(String key, Expected expected) {
        known.add(key);
        JsonElement value = values.get(key);
        if (value == null || value.isJsonNull()) {
            problem(key, "nothing", expected);
            return null;
        }
        return value;
    }

    private BigDecimal number(String key, Expected expected) {
        JsonElement value = required(key, expected);
        if (value == null) {
            return null;
        }
        JsonElement number = parsed(key);
        if (number.isJsonPrimitive() && number.getAsJsonPrimitive().isNumber()) {
            return number.getAsBigDecimal();
        }
        problem(key, show(key), expected);
        return null;
    }

    private static boolean outside(BigDecimal number, BigDecimal least, BigDecimal most) {
        return number.compareTo(least) < 0 || number.compareTo(most) > 0;
    }

    /** The value itself, or the JSON inside a namespace's text. */
    private JsonElement parsed(String key) {
        JsonElement value = values.get(key);
        if (!asText) {
            return value;
        }
        try {
            return STRICT.getAdapter(JsonElement.class).fromJson(value.getAsString());
        } catch (IOException | JsonParseException notJson) {
            return value;
        }
    }
}
