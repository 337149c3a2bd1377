package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;

/** How text is emphasised: with terminal colours or not at all. */
@PublicApi
public enum TextStyle {
    PLAIN,
    COLOUR;

    public String bold(String text) {
        return wrap("1", text);
    }

    public String faint(String text) {
        return wrap("2", text);
    }

    public String red(String text) {
        return wrap("31", text);
    }

    public String yellow(String text) {
        return wrap("33", text);
    }

    public String green(String text) {
        return wrap("32", text);
    }

    private String wrap(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
