package dev.tandem.cost.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of a week at which an AWS cron expression fires, as minutes since Sunday 00:00. Day of month, month and year
 * must not restrict it. Source of the format: AWS documentation, "Cron expressions reference".
 */
final class WeeklyTimes {

    static final int WEEK = 7 * 24 * 60;
    private static final Pattern CRON = Pattern.compile("cron\\((\\S+) (\\S+) (\\S+) (\\S+) (\\S+)(?: (\\S+))?\\)");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private WeeklyTimes() {}

    /** Sorted minutes; empty when the expression is not such a cron expression. */
    static Optional<List<Integer>> of(String expression) {
        Matcher m = CRON.matcher(expression.trim());
        if (!m.matches() || !any(m.group(3)) || !any(m.group(4)) || m.group(6) != null && !any(m.group(6))) {
            return Optional.empty();
        }
        try {
            TreeSet<Integer> out = new TreeSet<>();
            for (int day : values(m.group(5).toUpperCase(java.util.Locale.ROOT), 1, 7)) {
                for (int hour : values(m.group(2), 0, 23)) {
                    for (int minute : values(m.group(1), 0, 59)) {
                        out.add(((day - 1) * 24 + hour) * 60 + minute);
                    }
                }
            }
            return Optional.of(List.copyOf(out));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean any(String field) {
        return field.equals("*") || field.equals("?");
    }

    /** Numbers that a field names: {@code *}, {@code 7}, {@code 7,19}, {@code 8-18}, {@code MON-FRI}, {@code 0/5}. */
    private static List<Integer> values(String field, int least, int most) {
        List<Integer> out = new ArrayList<>();
        for (String part : (any(field) ? least + "-" + most : field).split(",")) {
            String[] step = part.split("/", 2);
            String[] ends = (any(step[0]) ? least + "-" + most : step[0]).split("-", 2);
            int from = number(ends[0], least, most);
            int to = ends.length == 2 ? number(ends[1], least, most) : step.length == 2 ? most : from;
            int by = step.length == 2 ? number(step[1], 1, most) : 1;
            for (int v = from; v <= (to < from ? to + most - least + 1 : to); v += by) {
                out.add(v > most ? v - (most - least + 1) : v);
            }
        }
        return out;
    }

    private static int number(String text, int least, int most) {
        int day = DAYS.indexOf(text);
        int value = day >= 0 ? day + 1 : Integer.parseInt(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }
}
