package dev.tandem.preview.run;

import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.project.ConfigValue;
import dev.tandem.preview.project.Stack;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes every secret text of a stack out of what is shown: values of its configuration and of registered properties.
 * Texts shorter than four characters are left alone, since they occur in any sentence. Immutable.
 */
final class Secrets {

    private static final int SHORTEST = 4;

    private final List<String> longestFirst;

    private Secrets(Set<String> texts) {
        this.longestFirst = texts.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    static Secrets of(Stack stack, Deployment deployment) {
        Set<String> texts = new TreeSet<>();
        stack.config().values().stream().filter(ConfigValue::secret).forEach(v -> add(v.text(), texts));
        deployment.resources().forEach(r -> {
            r.inputs().values().forEach(v -> collect(v, false, texts));
            r.outputs().values().forEach(v -> collect(v, false, texts));
        });
        return new Secrets(texts);
    }

    String hide(String text) {
        String out = text;
        for (String secret : longestFirst) {
            out = out.replace(secret, Value.REDACTED);
        }
        return out;
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
            add(number.value().toString(), into);
        } else if (secret && value instanceof Value.Asset asset) {
            asset.text().ifPresent(t -> add(t, into));
        }
    }

    private static void add(String text, Set<String> into) {
        if (text.length() >= SHORTEST && !Unknowns.isUnknown(text)) {
            into.add(text);
        }
    }
}
