package dev.tandem.e2e.cost;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table in docs/cost.md that somebody calculated: for each stack, line to calculation and euros. */
final class HandCalculation {

    private static final String FROM = "<!-- by hand: default stacks -->";
    private static final String NOTHING = "–";
    private static final String TOTAL = "**total**";

    private HandCalculation() {}

    /** One cell pair: the calculation in US dollars as written, and the euros as written. */
    record Row(String calculation, BigDecimal eur) {}

    /** Rows of the first (0) or second (1) stack. */
    static Map<String, Row> of(int stack) {
        Map<String, Row> out = new LinkedHashMap<>();
        for (List<String> cells : table()) {
            String calculation = cells.get(2 + 2 * stack);
            if (!cells.get(1).equals(TOTAL) && !calculation.equals(NOTHING)
                    && out.put(cells.get(1), new Row(calculation, new BigDecimal(cells.get(3 + 2 * stack)))) != null) {
                throw new AssertionError("docs/cost.md has two rows \"" + cells.get(1) + "\"");
            }
        }
        return out;
    }

    /** Euros of the last row. */
    static BigDecimal total(int stack) {
        return table().stream().filter(cells -> cells.get(1).equals(TOTAL)).findFirst()
                .map(cells -> new BigDecimal(cells.get(3 + 2 * stack).replace("*", "")))
                .orElseThrow(() -> new AssertionError("docs/cost.md has no row " + TOTAL));
    }

    private static List<List<String>> table() {
        try {
            String page = Files.readString(ScratchClone.repository().resolve("docs/cost.md"));
            int begin = page.indexOf(FROM);
            if (begin < 0) {
                throw new AssertionError("docs/cost.md has no \"" + FROM + "\"");
            }
            return page.substring(begin, page.indexOf("<!-- end -->", begin)).lines()
                    .filter(l -> l.startsWith("| ")).skip(1)
                    .map(l -> List.of(l.split("\\|"))).map(cells -> cells.stream().map(String::strip).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
