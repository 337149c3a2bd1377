package dev.tandem.e2e.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How tokens and the classes of com.pulumi:aws, and of what is used of aws-native, go together. */
final class SdkNames {

    private static final Pattern TOKEN = Pattern.compile("aws:([A-Za-z0-9]+)/\\w+:(\\w+)");

    private static final Pattern NATIVE = Pattern.compile("aws-native:([a-z0-9]+):(\\w+)");

    private SdkNames() {}

    /**
     * The class that belongs to a token, such as {@code com.pulumi.aws.sqs.Queue} to {@code aws:sqs/queue:Queue}.
     *
     * @param subpackage such as {@code inputs.}, or empty
     * @param suffix put after the class's simple name, or empty
     * @return a class name; it may well be that there is no such class
     */
    static String className(String token, String subpackage, String suffix) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            Matcher other = NATIVE.matcher(token);
            return other.matches() ? "com.pulumi.awsnative." + other.group(1) + "." + subpackage + other.group(2) + suffix : token;
        }
        String module = parts.group(1).equals("index") ? "" : parts.group(1).toLowerCase() + ".";
        String name = parts.group(2).substring(0, 1).toUpperCase() + parts.group(2).substring(1);
        return "com.pulumi.aws." + module + subpackage + name + suffix;
    }

    /** Loads without initialising: the SDK's static initialisers are of no use here and cost time. */
    static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, SdkNames.class.getClassLoader());
    }
}
