package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;

/** How text is emphasised: with terminal colours or not at all. */
@PublicApi
public enum TextStyle {
    /** The text as it is, for files and logs. */
    PLAIN,
    /** With the escape sequences of ANSI terminals. */
    COLOUR;

    /** The text in bold. */
    public String bold(String text) {
        return wrap("1", text);
    }

    /** The text with less contrast. */
    public String faint(String text) {
        return wrap("2", text);
    }

    /** The text in red. */
    public String red(String text) {
        return wrap("31", text);
    }

    /** The text in yellow. */
    public String yellow(String text) {
        return wrap("33", text);
    }

    /** The text in green. */
    public String green(String text) {
        return wrap("32", text);
    }

    private String wrap(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
