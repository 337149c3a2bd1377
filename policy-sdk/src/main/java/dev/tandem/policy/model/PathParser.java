package dev.tandem.policy.model;

import java.util.ArrayList;
import java.util.List;

/** Recursive-descent reader of {@link PropertyPath}'s grammar. */
final class PathParser {

    private static final String SPECIAL = ".[]|\"";
    private final String text;
    private int at;

    PathParser(String text) {
        this.text = text;
    }

    static boolean isPlain(String key) {
        return !key.isEmpty() && key.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0 || c == '\\');
    }

    List<PropertyPath.Segment> parse() {
        List<PropertyPath.Segment> out = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[') {
                at++;
                out.add(bracket());
            } else if (c == '|') {
                expect("|json");
                out.add(new PropertyPath.Json());
            } else if (c == '.') {
                if (out.isEmpty()) {
                    throw error("a key before the dot");
                }
                at++;
                out.add(key());
            } else if (out.isEmpty()) {
                out.add(key());
            } else {
                throw error("'.', '[' or '|json'");
            }
        }
        return out;
    }

    private PropertyPath.Segment key() {
        int start = at;
        while (at < text.length() && SPECIAL.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw error("a key");
        }
        return new PropertyPath.Key(text.substring(start, at));
    }

    private PropertyPath.Segment bracket() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw error("']'");
        }
        String inside = text.substring(at, end);
        if (inside.equals("*")) {
            at = end + 1;
            return new PropertyPath.Wildcard();
        }
        if (inside.isEmpty() || inside.length() > 9 || !inside.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw error("an index, '*' or a quoted key");
        }
        at = end + 1;
        return new PropertyPath.Index(Integer.parseInt(inside));
    }

    private PropertyPath.Segment quoted() {
        StringBuilder name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                name.append(text.charAt(++at));
            } else if (c == '"') {
                expect("\"]");
                return new PropertyPath.Key(name.toString());
            } else {
                name.append(c);
            }
        }
        throw error("'\"]'");
    }

    private void expect(String token) {
        if (!text.startsWith(token, at)) {
            throw error("'" + token + "'");
        }
        at += token.length();
    }

    private IllegalArgumentException error(String expected) {
        return new IllegalArgumentException(
                "property path '" + text + "': expected " + expected + " at position " + at
                        + "; examples: a.b, a[0], a[*], a[\"x.y\"], policy|json.Statement[*]");
    }
}
