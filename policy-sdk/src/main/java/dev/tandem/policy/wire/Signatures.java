package dev.tandem.policy.wire;

/** Keys that mark special values in a protobuf Struct. Source: Pulumi's resource plugin wire format. */
public final class Signatures {

    /** The key itself. */
    public static final String KEY = "4dabf18193072939515e22adb298388d";
    /** Marks a secret. */
    public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    /** Marks an asset. */
    public static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
    /** Marks an archive. */
    public static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
    /** Marks a reference to a resource. */
    public static final String REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";
    /** Marks an output. */
    public static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private Signatures() {}
}
