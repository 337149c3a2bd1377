package dev.tandem.policies;

import dev.tandem.policy.rule.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the rules take from configuration: first the rule's own property of that name, else the stack's
 * {@code <project>:<name>}, else the default.
 */
public final class Settings {

    /** Primary and secondary region. */
    public static final List<String> DEFAULT_REGIONS = List.of("eu-central-1", "eu-west-1");

    private Settings() {}

    /** One text; empty when neither the rule nor the stack has it. */
    public static Optional<String> text(CheckContext context, String name) {
        return context.config().key(name).string().or(() -> context.stack().config(name)).filter(s -> !s.isBlank());
    }

    /** Several texts: a list, a JSON list in a string, or words with commas between them. */
    public static Optional<List<String>> texts(CheckContext context, String name) {
        if (context.config().key(name).isKnown()) {
            return Optional.of(context.config().key(name).strings());
        }
        return context.stack().config(name).filter(s -> !s.isBlank()).map(Settings::split);
    }

    /** Whether a switch of the rule is on. */
    public static boolean flag(CheckContext context, String name, boolean otherwise) {
        return text(context, name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** AWS regions in which data and resources may be; {@code allowedRegions}, by default {@link #DEFAULT_REGIONS}. */
    public static List<String> allowedRegions(CheckContext context) {
        return texts(context, "allowedRegions").orElse(DEFAULT_REGIONS);
    }

    private static List<String> split(String text) {
        List<String> out = new ArrayList<>();
        for (String word : text.replaceAll("[\\[\\]\"]", " ").split("[,\\s]+")) {
            if (!word.isEmpty()) {
                out.add(word);
            }
        }
        return List.copyOf(out);
    }
}
