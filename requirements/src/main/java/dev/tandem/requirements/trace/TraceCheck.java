package dev.tandem.requirements.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says where criteria, code, tests and page do not fit together. */
public final class TraceCheck {

    private TraceCheck() {
    }

    /** All problems, each a message that names the place and the fix; empty when all is well. */
    public static List<String> problems(Path root) {
        Map<String, Criterion> criteria = Criteria.read(root);
        Collection<Cover> covers = CoverFiles.read(root);
        List<Row> rows = Row.join(criteria.values(), covers);
        List<String> problems = new ArrayList<>();
        for (Cover cover : covers) {
            if (!criteria.containsKey(cover.criterion())) {
                problems.add("%s says @Covers(\"%s\"); expected a criterion of %s. Fix: correct the id in the test."
                    .formatted(cover.test(), cover.criterion(), Criteria.FILE));
            }
        }
        rows.forEach(row -> checkRow(root, row, problems));
        checkPage(root, TracePage.render(rows), problems);
        return problems;
    }

    private static void checkRow(Path root, Row row, List<String> problems) {
        Criterion criterion = row.criterion();
        if (criterion.declared() == Criterion.Declared.OPEN) {
            return;
        }
        for (String place : criterion.builtIn()) {
            if (!Files.isDirectory(root.resolve(directory(place)))) {
                problems.add("%s: %s.builtIn names '%s', but there is no directory %s. Fix: correct the module or package."
                    .formatted(Criteria.FILE, criterion.id(), place, directory(place)));
            }
        }
        if (row.covers().isEmpty()) {
            problems.add(("%s is declared done, but no test that ran and passed covers it (%s). Fix: tag the test that "
                + "proves it with @Covers(\"%s\"), mend the test, or declare it open in %s.")
                .formatted(criterion.id(), criterion.text(), criterion.id(), Criteria.FILE));
        }
        if (criterion.builtIn().isEmpty()) {
            problems.add("%s is declared done, but %s does not say where it is built. Fix: add builtIn: [module]."
                .formatted(criterion.id(), Criteria.FILE));
        }
    }

    /** {@code module} or {@code module:package} as a directory. */
    private static String directory(String place) {
        int colon = place.indexOf(':');
        return colon < 0
            ? place
            : place.substring(0, colon) + "/src/main/java/" + place.substring(colon + 1).replace('.', '/');
    }

    private static void checkPage(Path root, String expected, List<String> problems) {
        Path page = root.resolve(TracePage.FILE);
        try {
            String found = Files.exists(page) ? Files.readString(page) : "";
            if (!found.equals(expected)) {
                problems.add(difference(found, expected));
            }
        } catch (IOException e) {
            problems.add(TracePage.FILE + ": cannot be read: " + e.getMessage());
        }
    }

    private static String difference(String found, String expected) {
        List<String> was = found.lines().toList();
        List<String> is = expected.lines().toList();
        int line = 0;
        while (line < was.size() && line < is.size() && was.get(line).equals(is.get(line))) {
            line++;
        }
        return "%s:%d is not what the tests and %s say.%n  found:    %s%n  expected: %s%n  Fix: run %s".formatted(
            TracePage.FILE, line + 1, Criteria.FILE, line < was.size() ? was.get(line) : "(end of file)",
            line < is.size() ? is.get(line) : "(end of file)", TracePage.COMMAND);
    }
}
