package dev.tandem.infra.config;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Stack files as the engine hands them to a program: texts as they are, everything else as JSON. */
public final class Yaml {

    private Yaml() {}

    /** PULUMI_CONFIG for the stack file of the repository's root. */
    public static String config(String stack) {
        return config(text(stack), "");
    }

    /** Text of the stack file of one of the examples. */
    public static String example(String example, String stack) {
        try {
            return Files.readString(Path.of("..", "examples", example, StackConfig.file(stack)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The stack file's text. */
    public static String text(String stack) {
        try {
            return Files.readString(Path.of("..", StackConfig.file(stack)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** PULUMI_CONFIG for a stack file's text with one part of it replaced; fails when that part is not there. */
    static String changed(String stack, String part, String replacement) {
        String text = text(stack);
        if (!text.contains(part)) {
            throw new AssertionError(StackConfig.file(stack) + " has no \"" + part + "\"");
        }
        return config(text.replace(part, replacement), "");
    }

    /** PULUMI_CONFIG for a stack file's text and more of the same. */
    public static String config(String text, String more) {
        Map<String, Map<String, Object>> file = new org.yaml.snakeyaml.Yaml().load(text + more);
        Map<String, String> values = new TreeMap<>();
        file.get("config").forEach((key, value) ->
                values.put(key, value instanceof String plain ? plain : new Gson().toJson(value)));
        return new Gson().toJson(values);
    }
}
