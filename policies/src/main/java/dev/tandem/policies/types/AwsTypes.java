package dev.tandem.policies.types;

import java.util.Map;

/**
 * One canonical type token for what several providers and versions call differently, so that a rule is said once.
 *
 * <p>The canonical token is the one of {@code aws} version 7 without {@code V2}: version 6 has {@code s3/bucketV2} and
 * siblings such as {@code BucketVersioningV2} beside the older forms, {@code alb} and {@code elasticloadbalancingv2}
 * beside {@code lb}; {@code aws-native} has tokens of three parts. Unknown tokens stay as they are. Thread-safe.
 */
public final class AwsTypes {

    private static final String NATIVE = "aws-native:";

    /** Modules of {@code aws} that only repeat another one. Source: the provider's deprecation notes. */
    private static final Map<String, String> MODULES = Map.of(
            "alb", "lb",
            "elasticloadbalancingv2", "lb",
            "applicationloadbalancing", "lb",
            "elasticloadbalancing", "elb");

    private AwsTypes() {}

    /** The canonical token of a token. */
    public static String canonical(String token) {
        if (token.startsWith(NATIVE)) {
            return NativeTypes.canonical(token);
        }
        if (!token.startsWith("aws:")) {
            return token;
        }
        String[] parts = token.split(":", -1);
        int slash = parts.length == 3 ? parts[1].indexOf('/') : -1;
        if (slash < 0) {
            return token;
        }
        String module = MODULES.getOrDefault(parts[1].substring(0, slash), parts[1].substring(0, slash));
        String name = parts[2];
        if (module.equals("s3") && name.endsWith("V2")) {
            name = name.substring(0, name.length() - 2);
        }
        return name.isEmpty() ? token : "aws:" + module + "/" + lowerFirst(name) + ":" + name;
    }

    static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
