package dev.tandem.e2e.provider;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Physical names for resources that the program leaves without one, as the real provider makes them:
 * {@code <logical name>-<7 hexadecimal digits>}, kept from one update to the next.
 */
final class Autonames {

    /** The naming argument, where it is not {@code name}. */
    private static final Map<String, String> NAMING = Map.of(
            "aws:s3/bucket:Bucket", "bucket",
            "aws:s3/bucketV2:BucketV2", "bucket");

    /** Longest names that AWS takes; 255 where nothing is listed. */
    private static final Map<String, Integer> LONGEST = Map.of(
            "aws:lb/loadBalancer:LoadBalancer", 32,
            "aws:lb/targetGroup:TargetGroup", 32,
            "aws:iam/role:Role", 64,
            "aws:s3/bucket:Bucket", 63,
            "aws:s3/bucketV2:BucketV2", 63);

    private Autonames() {}

    /**
     * The inputs, with a name if they need one.
     *
     * @param logicalName the resource's name in the program
     * @param old the inputs of the last update, empty at the first
     * @param seed the engine's random seed, the same in a preview and the update that follows it
     */
    static Struct named(ResourceShape shape, String logicalName, Struct inputs, Struct old, ByteString seed) {
        String naming = NAMING.getOrDefault(shape.token(), "name");
        Argument argument = shape.arguments().get(naming);
        if (argument == null || argument.required() || argument.type() != String.class
                || inputs.containsFields(naming) || inputs.containsFields(naming + "Prefix")) {
            return inputs;
        }
        String kept = old.containsFields(naming) ? Values.text(old, naming) : null;
        String name = kept != null ? kept : fresh(shape.token(), naming, logicalName, inputs, seed);
        return inputs.toBuilder().putFields(naming, Values.string(name)).build();
    }

    /** The inputs of a resource that is created now: a name is made of its prefix, as AWS's API clients do. */
    static Struct physical(ResourceShape shape, Struct inputs) {
        String naming = NAMING.getOrDefault(shape.token(), "name");
        String prefix = Values.text(inputs, naming + "Prefix");
        return prefix == null || inputs.containsFields(naming) || !shape.exports().containsKey(naming)
                ? inputs
                : inputs.toBuilder().putFields(naming, Values.string(prefix + Template.hex(26))).build();
    }

    private static String fresh(String token, String naming, String logicalName, Struct inputs, ByteString seed) {
        boolean fifo = "true".equals(Values.text(inputs, "fifoQueue")) || "true".equals(Values.text(inputs, "fifoTopic"));
        String prefix = token.equals("aws:kms/alias:Alias") ? "alias/" : "";
        String suffix = "-" + sevenDigits(token + logicalName, seed) + (fifo ? ".fifo" : "");
        int longest = LONGEST.getOrDefault(token, 255) - suffix.length() - prefix.length();
        String stem = logicalName.length() > longest ? logicalName.substring(0, longest) : logicalName;
        return prefix + (naming.equals("bucket") ? stem.toLowerCase(Locale.ROOT) : stem) + suffix;
    }

    private static String sevenDigits(String who, ByteString seed) {
        if (seed.isEmpty()) {
            return Template.hex(7);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed.toByteArray());
            return HexFormat.of().formatHex(digest.digest(who.getBytes(StandardCharsets.UTF_8))).substring(0, 7);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
