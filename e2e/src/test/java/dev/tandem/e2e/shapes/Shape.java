package dev.tandem.e2e.shapes;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.StackFiles;
import dev.tandem.e2e.stock.Stacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Both stacks with other stack files, previewed with the pack, and the tables of pages that say what they cost. */
final class Shape {

    static final List<String> STACKS = List.of(Stacks.PRIMARY, Stacks.SECONDARY);
    private static final Map<String, Tandem.Report> SEEN = new HashMap<>();

    private Shape() {}

    /** The stack files of an example, in the place of the repository's own. */
    static Tandem.Report example(String name) {
        return previewed("examples/" + name, stack -> StackFiles.ofExample(name, stack));
    }

    /** The repository's own stack files with a change. */
    static Tandem.Report changed(String name, UnaryOperator<String> change) {
        return previewed(name, stack -> change.apply(text("Pulumi." + stack + ".yaml")));
    }

    private static synchronized Tandem.Report previewed(String name, UnaryOperator<String> files) {
        return SEEN.computeIfAbsent(name, key -> StackFiles.with(files, clone -> new Tandem(clone).preview()));
    }

    /** EUR a month of a stack, to the cent. */
    static String eur(Tandem.Report report, String stack, String total) {
        return report.stack(stack).path("cost").path(total).decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Rows of a page's table: first cell without its back quotes, and the others. */
    static Map<String, List<String>> table(String page, String marker) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String text = text(page);
        int start = text.indexOf("<!-- " + marker + " -->");
        if (start < 0) {
            throw new AssertionError(page + " has no <!-- " + marker + " -->");
        }
        text.substring(start, text.indexOf("<!-- end -->", start)).lines().filter(line -> line.startsWith("| ")).skip(1)
                .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|")))
                .forEach(cells -> rows.put(cells.get(0).strip().replace("`", ""),
                        cells.stream().skip(1).map(String::strip).toList()));
        return rows;
    }


    /**
     * First cells of a row, after its name; with {@code -Dshapes.update=true} the page gets what was found first.
     *
     * @param found what the cells should be
     */
    static List<String> row(String page, String marker, String name, List<String> found) {
        List<String> cells = table(page, marker).get(name);
        if (cells == null) {
            throw new AssertionError(page + ", " + marker + ", has no row " + name);
        }
        if (Boolean.getBoolean("shapes.update")) {
            List<String> whole = new ArrayList<>(found);
            whole.addAll(cells.subList(found.size(), cells.size()));
            update(page, "<!-- " + marker + " -->", "| `" + name + "` | ", "| `" + name + "` | " + String.join(" | ", whole) + " |");
            cells = whole;
        }
        return cells.subList(0, found.size());
    }

    private static void update(String page, String after, String start, String line) {
        String text = text(page);
        int at = text.indexOf(start, text.indexOf(after));
        try {
            Files.writeString(ScratchClone.repository().resolve(page),
                    text.substring(0, at) + line + text.substring(text.indexOf('\n', at)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(ScratchClone.repository().resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
