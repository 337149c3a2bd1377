package dev.tandem.policies.residency;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Region codes in text. */
final class Regions {

    private static final String CODE = "(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-[a-z]+)+-\\d";
    private static final Pattern REGION = Pattern.compile(CODE);
    private static final Pattern ZONE = Pattern.compile("(" + CODE + ")(?:[a-z]|-[a-z]{3}-\\d[a-z])");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:([a-z0-9-]+):(" + CODE + "):");

    /** {@code sqs.REGION.amazonaws.com}, {@code name.REGION.rds.amazonaws.com}, {@code id.lambda-url.REGION.on.aws}. */
    private static final Pattern ENDPOINT = Pattern.compile(
            "(?:[./-]|^)(" + CODE + ")(?:\\.[a-z0-9-]+){0,3}\\.(?:amazonaws\\.com|api\\.aws|on\\.aws)");

    /** {@code com.amazonaws.REGION.s3}, as endpoints of a VPC are called. */
    private static final Pattern SERVICE = Pattern.compile("com\\.amazonaws\\.(?:vpce\\.)?(" + CODE + ")\\.");

    /** {@code use1-az1}: direction letters, and the continent's two. */
    private static final Pattern ZONE_ID = Pattern.compile("([a-z]{2})(ne|nw|se|sw|n|s|e|w|c)(\\d)-az\\d+");
    private static final Map<String, String> DIRECTIONS = Map.of("n", "north", "s", "south", "e", "east", "w", "west",
            "c", "central", "ne", "northeast", "nw", "northwest", "se", "southeast", "sw", "southwest");

    private Regions() {}

    static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** The region of a zone, such as {@code eu-central-1a} or its id {@code euc1-az2}; empty when the text is none. */
    static Optional<String> ofZone(String text) {
        Matcher id = ZONE_ID.matcher(text);
        if (id.matches()) {
            return Optional.of(id.group(1) + "-" + DIRECTIONS.get(id.group(2)) + "-" + id.group(3));
        }
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
        for (Pattern pattern : List.of(ENDPOINT, SERVICE)) {
            for (Matcher m = pattern.matcher(text); m.find(); ) {
                if (!allowed.contains(m.group(1))) {
                    return Optional.of(new String[] {"endpoint", m.group(1)});
                }
            }
        }
        return Optional.empty();
    }
}
