package dev.tandem.cost.book;

import java.util.regex.Pattern;

/**
 * An AWS region such as {@code eu-central-1}, or {@link #GLOBAL} for what has one price everywhere.
 *
 * @param code the region's code
 */
public record Region(String code) implements Comparable<Region> {

    private static final Pattern FORM = Pattern.compile("global|[a-z]{2}(-[a-z]+)+-\\d");

    /** Where AWS has one price for all regions. */
    public static final Region GLOBAL = new Region("global");

    /** @throws IllegalArgumentException when the code has not the form of a region */
    public Region {
        if (code == null || !FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "region is \"" + code + "\", expected the code of an AWS region, for example eu-central-1");
        }
    }

    /** Whether a text has the form of a region's code. */
    public static boolean isRegion(String code) {
        return code != null && FORM.matcher(code).matches();
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
