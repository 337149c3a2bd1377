package dev.tandem.ops.quota;

import java.util.Locale;

/**
 * One limit of an account in a region.
 *
 * @param name      what is limited
 * @param used      how much is used now
 * @param limit     how much may be
 * @param projected how much would be used with every service at its maximum
 * @param unit      what is counted
 * @param source    where the limit comes from: {@code account} (Service Quotas) or {@code default} (AWS's published default)
 */
public record Quota(String name, double used, double limit, double projected, String unit, String source) {

    /** From here on somebody has to ask AWS for more: an increase takes days. */
    public static final double WARN = 0.8;

    /** How full it is now or would be, whichever is more; 0 to 1 and above. */
    public double share() {
        return limit <= 0 ? 1 : Math.max(used, projected) / limit;
    }

    /** Whether it is nearly used up, now or at maximum scale. */
    public boolean near() {
        return share() >= WARN;
    }

    /** One line of a table. */
    public String text() {
        return String.format(Locale.ROOT, "%s %-44s %10s %10s %10s  %4.0f %%  %s, %s", near() ? "!" : " ", name, number(used),
                number(projected), number(limit), 100 * share(), unit, source);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
