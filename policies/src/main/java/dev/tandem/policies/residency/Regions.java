package dev.tandem.policies.residency;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Region codes in text. */
final class Regions {

    private static final String CODE = "(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-[a-z]+)+-\\d";
    private static final Pattern REGION = Pattern.compile(CODE);
    private static final Pattern ZONE = Pattern.compile("(" + CODE + ")(?:[a-z]|-[a-z]{3}-\\d[a-z])");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:([a-z0-9-]+):(" + CODE + "):");
    private static final Pattern ENDPOINT = Pattern.compile("[.-](" + CODE + ")\\.amazonaws\\.com");

    private Regions() {}

    static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** The region of an availability zone such as {@code eu-central-1a}; empty when the text is none. */
    static Optional<String> ofZone(String text) {
        Matcher m = ZONE.matcher(text);
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** The first ARN or service endpoint in the text whose region is not allowed, as {@code service region}. */
    static Optional<String[]> foreign(String text, Collection<String> allowed) {
        for (Matcher m = ARN.matcher(text); m.find(); ) {
            if (!allowed.contains(m.group(2))) {
                return Optional.of(new String[] {m.group(1), m.group(2)});
            }
        }
        for (Matcher m = ENDPOINT.matcher(text); m.find(); ) {
            if (!allowed.contains(m.group(1))) {
                return Optional.of(new String[] {"endpoint", m.group(1)});
            }
        }
        return Optional.empty();
    }
}
