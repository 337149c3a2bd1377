package dev.tandem.policy.wire;

/** Keys that mark special values in a protobuf Struct. Source: Pulumi's resource plugin wire format. */
public final class Signatures {

    public static final String KEY = "4dabf18193072939515e22adb298388d";
    public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    public static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
    public static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
    public static final String REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";
    public static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private Signatures() {}
}
