package dev.tandem.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Values of options that are one of a few words. */
final class Choices {

    private Choices() {}

    /** @throws ParameterException naming what was found and what was expected */
    static <E extends Enum<E>> E of(CommandSpec spec, String option, String found, Class<E> choices) {
        List<String> words = Arrays.stream(choices.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
        int at = words.indexOf(found);
        if (at >= 0) {
            return choices.getEnumConstants()[at];
        }
        int last = words.size() - 1;
        throw wrong(spec, option, found, String.join(", ", words.subList(0, last)) + " or " + words.get(last));
    }

    /** @throws ParameterException when there is no time at all */
    static Duration timeout(CommandSpec spec, long seconds) {
        if (seconds < 1) {
            throw wrong(spec, "--timeout", String.valueOf(seconds), "a whole number of seconds, at least 1, for instance 300");
        }
        return Duration.ofSeconds(seconds);
    }

    static ParameterException wrong(CommandSpec spec, String option, String found, String expected) {
        return new ParameterException(spec.commandLine(), option + ": found '" + found + "', expected " + expected);
    }
}
