package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: who copies a secret into a message must not publish it. Knows the texts, numbers and assets
 * that are marked secret, and the parts of secrets that are JSON documents. Texts shorter than four characters occur in
 * any sentence, so they are taken out only where they stand alone. What somebody made of a secret (its reverse, its
 * Base64) is not found, nor are booleans and the names of an object's fields.
 *
 * <pre>{@code
 * Redaction redaction = Redaction.of(List.of(Values.secret("hunter22")), List.of());
 * redaction.apply("it is hunter22"); // it is [secret]
 * }</pre>
 *
 * <p>Secrets are collected at the first text. Thread-safe.
 */
@PublicApi
public final class Redaction implements UnaryOperator<String> {

    private static final int SHORTEST = 4;
    private final Iterable<Value> values;
    private final Iterable<String> texts;
    private volatile List<String> longestFirst;

    private Redaction(Iterable<Value> values, Iterable<String> texts) {
        this.values = values;
        this.texts = texts;
    }

    /**
     * {@return a redaction that knows these secrets}
     *
     * @param values in which secrets are marked, at any depth; gone through once, when there is a text to clean
     * @param texts that are secret as a whole
     */
    public static Redaction of(Iterable<Value> values, Iterable<String> texts) {
        return new Redaction(values, texts);
    }

    /** The text with {@value Value#REDACTED} in place of each secret. */
    @Override
    public String apply(String text) {
        String out = text;
        for (String secret : secrets()) {
            out = secret.length() >= SHORTEST
                    ? out.replace(secret, Value.REDACTED)
                    : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])")
                            .matcher(out)
                            .replaceAll(Matcher.quoteReplacement(Value.REDACTED));
        }
        return out;
    }

    private List<String> secrets() {
        List<String> known = longestFirst;
        return known != null ? known : collect();
    }

    private synchronized List<String> collect() {
        if (longestFirst == null) {
            Set<String> found = new TreeSet<>(Redaction::longestFirst);
            values.forEach(v -> collect(v, false, found));
            texts.forEach(t -> add(t, found));
            longestFirst = List.copyOf(found);
        }
        return longestFirst;
    }

    private static int longestFirst(String a, String b) {
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(b.length(), a.length());
    }

    private static void collect(Value value, boolean secret, Set<String> into) {
        if (value instanceof Value.Secret s) {
            collect(s.value(), true, into);
        } else if (value instanceof Value.Items items) {
            items.values().forEach(v -> collect(v, secret, into));
        } else if (value instanceof Value.Fields fields) {
            fields.values().forEach((name, v) -> collect(v, secret, into));
        } else if (value instanceof Value.Archive archive) {
            archive.assets().values().forEach(v -> collect(v, secret, into));
        } else if (secret && value instanceof Value.Text text) {
            add(text.value(), into);
        } else if (secret && value instanceof Value.Num number) {
            add(Readers.plain(number.value()), into);
            add(Double.toString(number.value().doubleValue()), into);
        } else if (secret && value instanceof Value.Asset asset) {
            asset.text().ifPresent(t -> add(t, into));
        }
    }

    private static void add(String text, Set<String> into) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return;
        }
        into.add(text);
        into.add(trimmed);
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            try {
                collect(JsonText.parse(PropertyPath.ROOT, trimmed), true, into);
            } catch (MalformedValueException e) {
                // No JSON document: there are no parts.
            }
        }
    }
}
