package dev.tandem.ops.canary;

import java.util.List;

/**
 * What a gate says.
 *
 * @param colour red ends the canary, open means that it can't be said yet
 * @param text   what was found, with the limit beside it
 */
public record Verdict(Colour colour, String text) {

    /** The worst of several decides. */
    public enum Colour {
        /** As it should be. */
        GREEN,
        /** Not enough was seen. */
        OPEN,
        /** Not as it should be. */
        RED
    }

    static Verdict green(String text) {
        return new Verdict(Colour.GREEN, text);
    }

    static Verdict open(String text) {
        return new Verdict(Colour.OPEN, text);
    }

    static Verdict red(String text) {
        return new Verdict(Colour.RED, text);
    }

    /** The worst colour, and all that has it. */
    static Verdict worst(List<Verdict> all) {
        Colour worst = all.stream().map(Verdict::colour).max(Enum::compareTo).orElse(Colour.GREEN);
        return new Verdict(worst, String.join("; ", all.stream()
                .filter(one -> one.colour() == worst).map(Verdict::text).filter(text -> !text.isEmpty()).toList()));
    }
}
