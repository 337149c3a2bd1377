package dev.tandem.policies;

import dev.tandem.policy.rule.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the rules take from configuration: first the rule's own property of that name, else the stack's
 * {@code eu-compliance:<name>}, else its {@code <project>:<name>}, which the program may read as well, else the default.
 */
public final class Settings {

    /** Primary and secondary region. */
    public static final List<String> DEFAULT_REGIONS = List.of("eu-central-1", "eu-west-1");

    private static final String NAMESPACE = "eu-compliance:";

    private Settings() {}

    /** One text; empty when neither the rule nor the stack has it. */
    public static Optional<String> text(CheckContext context, String name) {
        return context.config().key(name).string().or(() -> stack(context, name)).filter(s -> !s.isBlank());
    }

    /** Several texts: a list, a JSON list in a string, or words with commas between them. */
    public static Optional<List<String>> texts(CheckContext context, String name) {
        if (context.config().key(name).isKnown()) {
            return Optional.of(context.config().key(name).strings());
        }
        return stack(context, name).filter(s -> !s.isBlank()).map(Settings::split);
    }

    /** Whether a switch of the rule is on. */
    public static boolean flag(CheckContext context, String name, boolean otherwise) {
        return text(context, name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** AWS regions in which data and resources may be; {@code allowedRegions}, by default {@link #DEFAULT_REGIONS}. */
    public static List<String> allowedRegions(CheckContext context) {
        return texts(context, "allowedRegions").orElse(DEFAULT_REGIONS);
    }

    /** Many programs refuse keys of theirs that they do not know, so the pack has a namespace of its own. */
    private static Optional<String> stack(CheckContext context, String name) {
        return Optional.ofNullable(context.stack().config().get(NAMESPACE + name)).or(() -> context.stack().config(name));
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
