package dev.tandem.infra.config;

import com.pulumi.exceptions.RunException;
import java.util.List;

/**
 * The configuration cannot be used. Its message names file, key, found, expected and an example for each problem, and
 * starts with {@link #PREFIX}, by which tools tell it from a program that failed. The Pulumi runtime prints a
 * {@link RunException} without a stack trace.
 */
public final class InvalidConfig extends RunException {

    /** First words of every message. */
    public static final String PREFIX = "invalid configuration: ";

    private final transient List<Problem> problems;

    InvalidConfig(String file, List<Problem> problems) {
        super(PREFIX + problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in " + file + "\n"
                + String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order in which it was found. */
    public List<Problem> problems() {
        return problems;
    }
}
