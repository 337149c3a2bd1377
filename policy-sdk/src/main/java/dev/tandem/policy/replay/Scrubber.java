package dev.tandem.policy.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tandem.policy.model.Redaction;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes secrets out of messages in their JSON form: values that are marked secret become a marked {@code [secret]}, secret
 * configuration values too, and what they held is taken out of every other text, also of later messages. Thread-safe.
 */
final class Scrubber {

    private static final int SHORTEST_NUMBER = 4;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** Changes the message. */
    JsonNode scrub(JsonNode message) {
        configuration(message);
        marked(message);
        Redaction redaction = Redaction.of(List.of(), List.copyOf(secrets));
        return secrets.isEmpty() ? message : texts(message, redaction);
    }

    /** The stack's configuration comes in clear, with the names of the secret values beside it. */
    private void configuration(JsonNode message) {
        if (message.path("config") instanceof ObjectNode config) {
            for (JsonNode key : message.path("configSecretKeys")) {
                if (config.has(key.asText())) {
                    remember(config.get(key.asText()));
                    config.put(key.asText(), Value.REDACTED);
                }
            }
        }
    }

    private void marked(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(Signatures.KEY).asText().equals(Signatures.SECRET)) {
            object.remove(Signatures.KEY);
            remember(object);
            object.removeAll();
            object.put(Signatures.KEY, Signatures.SECRET);
            object.put("value", Value.REDACTED);
        } else {
            node.forEach(this::marked);
        }
    }

    private void remember(JsonNode secret) {
        // Every number travels as a double; people write 4711, not 4711.0.
        String text = secret.isNumber() ? secret.decimalValue().stripTrailingZeros().toPlainString() : secret.asText();
        if (secret.isTextual() || secret.isNumber() && text.length() >= SHORTEST_NUMBER) {
            secrets.add(text);
        }
        secret.forEach(this::remember);
    }

    private static JsonNode texts(JsonNode node, Redaction redaction) {
        if (node.isTextual() && !isSignature(node.asText())) {
            return TextNode.valueOf(redaction.apply(node.asText()));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, texts(array.get(i), redaction));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(texts(field.getValue(), redaction));
            }
        }
        return node;
    }

    /** Marks must stay readable, whatever somebody calls a secret. */
    private static boolean isSignature(String text) {
        return text.equals(Signatures.SECRET) || text.equals(Value.REDACTED);
    }
}
