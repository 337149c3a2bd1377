package dev.tandem.cost.plan;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One name for each kind of resource, whichever provider and token of it a program used: that of {@code aws}. */
public final class TypeNames {

    /** {@code aws:s3/bucketV2:BucketV2} and the like: a second token for the same thing. */
    private static final Pattern SECOND_TOKEN =
            Pattern.compile("(aws:[a-z0-9]+/[A-Za-z0-9]+?)[Vv]2:([A-Za-z0-9]+?)[Vv]2");

    /** Modules that the provider kept beside the newer name. */
    private static final Map<String, String> MODULES = Map.of(
            "aws:alb/", "aws:lb/",
            "aws:elasticloadbalancingv2/", "aws:lb/",
            "aws:applicationloadbalancing/", "aws:lb/");

    private TypeNames() {}

    /** Tokens of {@code aws-native} that have a name of their own in {@code aws}, with that name. */
    public static Map<String, String> nativeNames() {
        return NativeTypes.named();
    }

    /** The name under which pricers look a type up. */
    public static String normalise(String type) {
        if (type.startsWith(NativeTypes.PREFIX)) {
            return NativeTypes.normalise(type);
        }
        Matcher m = SECOND_TOKEN.matcher(type);
        String name = m.matches() ? m.group(1) + ":" + m.group(2) : type;
        for (Map.Entry<String, String> e : MODULES.entrySet()) {
            if (name.startsWith(e.getKey())) {
                return e.getValue() + name.substring(e.getKey().length());
            }
        }
        return name;
    }
}
