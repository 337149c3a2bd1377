package dev.tandem.requirements.trace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes docs/requirements.md: criterion, code, test, state. Same input, same bytes. */
public final class TracePage {

    /** The page, relative to the root of the clone. */
    public static final String FILE = "docs/requirements.md";

    /** What to run to write the page again. */
    public static final String COMMAND = "./tandem test && build/requirements generate";

    private static final String HEAD = """
        # Requirements

        Generated from `requirements/criteria.yaml` and from the tests that ran and passed in the last full test run.
        Do not edit; write it again with `%s`.

        - *proven*: a test shows it on the real thing.
        - *proven against a simulator*: a test shows it on a simulator of AWS or of its provider.
        - *designed only*: the plan declares it, and only a live account can show that it holds.
        - *open*: not built, or built only in parts (tests of those parts are named).

        """.formatted(COMMAND);

    private TracePage() {
    }

    /** The whole page. */
    public static String render(List<Row> rows) {
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, Long> states = rows.stream()
            .collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
        states.forEach((state, count) -> page.append("%d %s. ".formatted(count, state)));
        page.append("\n\n| criterion | built in | proven by | mesh backend | state |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            page.append("| **%s** %s | %s | %s | %s | %s |\n".formatted(
                row.criterion().id(),
                cell(row.criterion().text()),
                list(row.criterion().builtIn()),
                list(row.covers().stream().map(Cover::shortTest).sorted().distinct().toList()),
                list(row.covers().stream().map(Cover::meshBackend).filter(mesh -> !mesh.isEmpty()).sorted().distinct()
                    .toList()),
                row.state()));
        }
        return page.toString().replace(". \n", ".\n");
    }

    private static String list(Collection<String> items) {
        return items.isEmpty() ? "–" : items.stream().map(item -> "`" + cell(item) + "`").collect(Collectors.joining("<br>"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").strip();
    }
}
