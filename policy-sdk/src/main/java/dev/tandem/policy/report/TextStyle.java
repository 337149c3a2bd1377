package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;

/**
 * How text is emphasised: with terminal colours or not at all. Thread-safe.
 *
 * <pre>{@code
 * String title = (System.console() == null ? TextStyle.PLAIN : TextStyle.COLOUR).bold("Findings");
 * }</pre>
 */
@PublicApi
public enum TextStyle {
    /** The text as it is, for files and logs. */
    PLAIN,
    /** With the escape sequences of ANSI terminals. */
    COLOUR;

    /**
     * {@return the text in bold}
     *
     * @param text without escape sequences
     */
    public String bold(String text) {
        return wrap("1", text);
    }

    /**
     * {@return the text with less contrast}
     *
     * @param text without escape sequences
     */
    public String faint(String text) {
        return wrap("2", text);
    }

    /**
     * {@return the text in red}
     *
     * @param text without escape sequences
     */
    public String red(String text) {
        return wrap("31", text);
    }

    /**
     * {@return the text in yellow}
     *
     * @param text without escape sequences
     */
    public String yellow(String text) {
        return wrap("33", text);
    }

    /**
     * {@return the text in green}
     *
     * @param text without escape sequences
     */
    public String green(String text) {
        return wrap("32", text);
    }

    private String wrap(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
