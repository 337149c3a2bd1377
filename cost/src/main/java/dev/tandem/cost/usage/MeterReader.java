package dev.tandem.cost.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads groups of meters; adds a message for everything that is not one. */
final class MeterReader {

    private final String file;
    private final List<String> faults;

    MeterReader(String file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * @param prefix where the node stands, empty or ending in a dot
     * @param others keys that are read elsewhere
     * @param scopes which meters may stand here
     */
    Map<Meter, BigDecimal> read(JsonNode node, String prefix, List<String> others, Meter.Scope... scopes) {
        Map<Meter, BigDecimal> out = new EnumMap<>(Meter.class);
        if (!node.isObject()) {
            fault(prefix.isEmpty() ? "the file" : prefix.substring(0, prefix.length() - 1), show(node),
                    "a map of " + String.join(", ", Meter.groups()), prefix + "logs: {standardGb: 1.2}");
            return out;
        }
        node.properties().forEach(e -> {
            if (!others.contains(e.getKey())) {
                group(e.getKey(), e.getValue(), prefix, others, out, scopes);
            }
        });
        return out;
    }

    private void group(String group, JsonNode node, String prefix, List<String> others,
            Map<Meter, BigDecimal> out, Meter.Scope... scopes) {
        List<String> known = Stream.concat(Meter.groups().stream(), others.stream()).sorted().toList();
        if (!Meter.groups().contains(group)) {
            fault(prefix + group, "unknown key \"" + group + "\"" + DidYouMean.hint(group, known),
                    "one of " + String.join(", ", known), "logs: {standardGb: 1.2}");
        } else if (!node.isObject()) {
            String key = Meter.keysOf(group).get(0);
            fault(prefix + group, show(node), "a map of " + String.join(", ", Meter.keysOf(group)),
                    group + ": {" + key + ": " + Meter.find(group, key).orElseThrow().standard().toPlainString() + "}");
        } else {
            node.properties().forEach(e -> meter(group, e.getKey(), e.getValue(), prefix, out, scopes));
        }
    }

    private void meter(String group, String key, JsonNode node, String prefix, Map<Meter, BigDecimal> out,
            Meter.Scope... scopes) {
        String at = prefix + group + "." + key;
        Optional<Meter> meter = Meter.find(group, key);
        if (meter.isEmpty()) {
            List<String> known = Meter.keysOf(group);
            fault(at, "unknown key \"" + key + "\"" + DidYouMean.hint(key, known),
                    "one of " + String.join(", ", known), group + ": {" + known.get(0) + ": "
                            + Meter.find(group, known.get(0)).orElseThrow().standard().toPlainString() + "}");
            return;
        }
        Meter m = meter.get();
        String example = prefix + m.path() + ": " + m.standard().toPlainString();
        if (!List.of(scopes).contains(m.scope())) {
            boolean ofService = m.scope() == Meter.Scope.SERVICE;
            fault(at, ofService ? "a quantity of a service" : "a quantity of the whole region",
                    ofService ? "it below services.<name>" : "it at the top level of the file",
                    (ofService ? "services.auth." : "") + m.path() + ": " + m.standard().toPlainString());
        } else if (!node.isNumber() || node.isFloatingPointNumber() && Double.isInfinite(node.doubleValue())
                || !m.allows(node.decimalValue())) {
            fault(at, show(node), m.allowed(), example);
        } else {
            out.put(m, node.decimalValue());
        }
    }

    private void fault(String key, String found, String expected, String example) {
        faults.add(file + ": " + key + ": found " + found + ", expected " + expected + "; example: " + example);
    }

    static String show(JsonNode node) {
        return node.isNumber() ? node.asText() : node.isContainerNode() ? (node.isArray() ? "a list" : "a map")
                : node.toString();
    }
}
