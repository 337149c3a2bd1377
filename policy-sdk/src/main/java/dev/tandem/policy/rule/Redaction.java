package dev.tandem.policy.rule;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: a rule that copies a secret into its message must not publish it. The secrets are
 * collected only when there is a text to clean, with the parts of secrets that are JSON documents. Texts shorter than
 * four characters occur in any sentence, so they are taken out only where they stand alone.
 */
final class Redaction {

    private static final int SHORTEST = 4;

    private Redaction() {}

    static UnaryOperator<String> of(Collection<Resource> resources, StackInfo stack) {
        return new UnaryOperator<>() {
            private List<String> secrets;

            @Override
            public synchronized String apply(String text) {
                if (secrets == null) {
                    Set<String> found = new TreeSet<>(
                            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
                    resources.forEach(r -> r.properties().value().ifPresent(v -> collect(v, false, found)));
                    stack.secretKeys().forEach(k -> add(stack.config().getOrDefault(k, ""), found));
                    secrets = List.copyOf(found);
                }
                String out = text;
                for (String secret : secrets) {
                    out = secret.length() >= SHORTEST
                            ? out.replace(secret, Value.REDACTED)
                            : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])")
                                    .matcher(out)
                                    .replaceAll(Matcher.quoteReplacement(Value.REDACTED));
                }
                return out;
            }
        };
    }

    private static void collect(Value value, boolean secret, Set<String> into) {
        if (value instanceof Value.Secret s) {
            collect(s.value(), true, into);
        } else if (value instanceof Value.Items items) {
            items.values().forEach(v -> collect(v, secret, into));
        } else if (value instanceof Value.Fields fields) {
            fields.values().values().forEach(v -> collect(v, secret, into));
        } else if (secret && value instanceof Value.Text text) {
            add(text.value(), into);
        } else if (secret && value instanceof Value.Num number) {
            add(Property.of(PropertyPath.ROOT, number).stringOr(""), into);
        } else if (secret && value instanceof Value.Asset asset) {
            asset.text().ifPresent(t -> add(t, into));
        }
    }

    private static void add(String text, Set<String> into) {
        if (text.isBlank()) {
            return;
        }
        into.add(text);
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                Property.of(PropertyPath.ROOT, new Value.Text(text)).json().value().ifPresent(v -> collect(v, true, into));
            } catch (UndecidedException e) {
                // No JSON document: there are no parts.
            }
        }
    }
}
