package dev.tandem.cli;

import dev.tandem.ops.OperationRefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(s|m|h)");

    private Durations() {}

    /** @throws OperationRefusedException naming what was found and what was expected */
    static long seconds(String option, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new OperationRefusedException(option + ": found '" + text + "', expected a number with s, m or h, such as 10m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> number;
            case "m" -> number * 60;
            default -> number * 3600;
        };
    }
}
