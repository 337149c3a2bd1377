package dev.tandem.policies.statement;

import java.util.Locale;

/** Patterns of actions and resources: {@code *} is any text, {@code ?} one character; actions ignore case. */
public final class Patterns {

    private Patterns() {}

    /** Whether the action pattern grants every action of every service. */
    public static boolean isEveryAction(String action) {
        return onlyStars(action) || action.indexOf(':') > 0 && onlyStars(service(action));
    }

    /** Whether the action pattern grants every action of one service. */
    public static boolean isServiceWide(String action) {
        int colon = action.indexOf(':');
        return colon > 0 && !onlyStars(service(action)) && onlyStars(action.substring(colon + 1));
    }

    /** The service of an action, in lower case; empty when there is none. */
    public static String service(String action) {
        int colon = action.indexOf(':');
        return colon < 0 ? "" : action.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the resource pattern leaves nothing out: {@code *}, or an ARN in which nothing after the service is
     * named, such as {@code arn:aws:s3:::*}.
     */
    public static boolean isEveryResource(String resource) {
        if (onlyStars(resource)) {
            return true;
        }
        String[] arn = resource.split(":", 6);
        if (!arn[0].equals("arn") && !onlyStars(arn[0]) || arn.length < 6) {
            return resource.startsWith("arn:") && onlyStars(resource.substring(4).replace(":", ""));
        }
        return (arn[3].isEmpty() || onlyStars(arn[3])) && (arn[4].isEmpty() || onlyStars(arn[4])) && arn[5].matches("\\*+([/:]\\*+)*");
    }

    /** Whether the ARN pattern names a kind of resource and nothing else, such as {@code arn:aws:dynamodb:*:*:table/*}. */
    public static boolean isEveryOfAKind(String resource) {
        String[] arn = resource.split(":", 6);
        return arn.length == 6 && arn[0].equals("arn") && (arn[3].isEmpty() || onlyStars(arn[3])) && onlyStars(arn[4])
                && arn[5].matches("[\\w-]+[/:]\\*+([/:]\\*+)*");
    }

    /** Whether the pattern of a policy matches a concrete action, such as {@code iam:Pass*} and {@code iam:PassRole}. */
    public static boolean matches(String pattern, String action) {
        return glob(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    private static boolean glob(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return onlyStars(pattern.substring(p)) || p == pattern.length();
    }

    private static boolean onlyStars(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
    }
}
