package dev.tandem.infra.config.keys;

import dev.tandem.infra.config.keys.Shape.Keyed;
import dev.tandem.infra.config.keys.Shape.Named;
import java.util.List;

/** The tables of docs/config.md: one for the stack, one for each object in it. */
public final class ReferencePage {

    private static final String HEAD = "| key | value | default | what it is | cost |\n|---|---|---|---|---|\n";

    private ReferencePage() {}

    /** All tables, as Markdown. */
    public static String text() {
        StringBuilder page = new StringBuilder();
        table(page, "tandem", "The stack", StackKeys.ALL);
        return page.toString();
    }

    private static void table(StringBuilder page, String path, String title, List<Key> keys) {
        page.append("\n## ").append(title).append('\n').append(HEAD);
        keys.forEach(key -> page.append(row(key, path.equals("tandem") ? "tandem:" : "")));
        for (Key key : keys) {
            String nested = path.equals("tandem") ? "tandem:" + key.name() : path + "." + key.name();
            if (key.shape() instanceof Keyed keyed) {
                table(page, nested, "`" + nested + "`", keyed.keys());
            } else if (key.shape() instanceof Named named && named.value() instanceof Keyed keyed) {
                table(page, nested + ".NAME", "`" + nested + ".<name>`", keyed.keys());
            }
        }
    }

    private static String row(Key key, String prefix) {
        String value = key.shape().words() + (key.unit().isEmpty() ? "" : ", " + key.unit());
        String initial = key.isRequired() ? "required" : key.initial().isEmpty() ? "none" : code(key.initial());
        return "| `" + prefix + key.name() + "` | " + value + " | " + initial + " | " + key.meaning() + " E.g. `"
                + key.example().replace("|", "\\|") + "` | " + (key.cost() == null ? "that of its keys" : key.cost()) + " |\n";
    }

    private static String code(String initial) {
        return initial.contains(" ") && !initial.startsWith("{") && !initial.startsWith("[") ? initial : "`" + initial + "`";
    }
}
