package dev.tandem.cost.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line that two bills differ in.
 *
 * @param region where it is charged
 * @param component who owns it
 * @param what its description in the second bill, or in the first when the second has none
 * @param before EUR a month in the first bill, 0 when it is not there
 * @param after EUR a month in the second
 */
public record Difference(String region, String component, String what, BigDecimal before, BigDecimal after) {

    public BigDecimal change() {
        return after.subtract(before);
    }

    /** The lines that differ, the largest change first; lines of one description are added up. */
    public static List<Difference> between(List<Figure> before, List<Figure> after) {
        Map<String, List<Figure>> first = group(before);
        Map<String, List<Figure>> second = group(after);
        Map<String, List<Figure>> all = new LinkedHashMap<>(first);
        second.forEach(all::put);
        List<Difference> out = new ArrayList<>();
        all.forEach((key, figures) -> out.add(new Difference(figures.get(0).region(), figures.get(0).component(),
                figures.get(0).what(), sum(first.get(key)), sum(second.get(key)))));
        out.removeIf(d -> d.change().signum() == 0);
        out.sort(Comparator.comparing((Difference d) -> d.change().abs()).reversed()
                .thenComparing(Difference::component).thenComparing(Difference::what));
        return out;
    }

    private static Map<String, List<Figure>> group(List<Figure> figures) {
        Map<String, List<Figure>> out = new LinkedHashMap<>();
        figures.forEach(f -> out.computeIfAbsent(f.identity(), k -> new ArrayList<>()).add(f));
        return out;
    }

    private static BigDecimal sum(List<Figure> figures) {
        return figures == null ? BigDecimal.ZERO
                : figures.stream().map(Figure::eur).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
