package dev.tandem.mesh.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.TreeSet;

/** Prints a tree of objects, arrays, texts and whole numbers with sorted keys and no white space. */
final class CanonicalJson {

    private CanonicalJson() {}

    static String print(JsonNode node) {
        StringBuilder out = new StringBuilder();
        print(node, out);
        return out.toString();
    }

    private static void print(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            String separator = "{";
            for (String name : names) {
                out.append(separator).append(quoted(name)).append(':');
                print(node.get(name), out);
                separator = ",";
            }
            out.append(names.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            out.append('[');
            for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
                print(items.next(), out);
                out.append(items.hasNext() ? "," : "");
            }
            out.append(']');
        } else {
            out.append(node.isTextual() ? quoted(node.textValue()) : node.toString());
        }
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
