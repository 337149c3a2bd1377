package dev.tandem.preview.engine;

import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.project.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain Java values to {@link Value}s and back to text for messages, without any secret. */
final class PlainValues {

    private PlainValues() {}

    static Value of(Object plain) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, Value> out = new LinkedHashMap<>();
            map.forEach((k, v) -> out.put(String.valueOf(k), of(v)));
            return new Value.Fields(out);
        } else if (plain instanceof List<?> list) {
            List<Value> out = new ArrayList<>();
            list.forEach(v -> out.add(of(v)));
            return new Value.Items(out);
        } else if (plain instanceof Boolean b) {
            return new Value.Bool(b);
        } else if (plain instanceof Number n) {
            return new Value.Num(n);
        } else if (plain == null) {
            return new Value.Null();
        }
        String text = String.valueOf(plain);
        return Unknowns.isUnknown(text) ? new Value.Unknown() : new Value.Text(text);
    }

    /** JSON with secrets as {@code [secret]} and unknowns as {@code [unknown]}. */
    static String show(Map<String, Value> fields) {
        return Json.write(plain(new Value.Fields(fields)));
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Fields f) {
            Map<String, Object> out = new LinkedHashMap<>();
            f.values().forEach((k, v) -> out.put(k, plain(v)));
            return out;
        } else if (value instanceof Value.Items i) {
            return i.values().stream().map(PlainValues::plain).toList();
        } else if (value instanceof Value.Bool b) {
            return b.value();
        } else if (value instanceof Value.Num n) {
            return n.value();
        } else if (value instanceof Value.Text t) {
            return t.value();
        } else if (value instanceof Value.Secret) {
            return Value.REDACTED;
        } else if (value instanceof Value.Null) {
            return "null";
        }
        return "[" + value.kind() + "]";
    }
}
