package dev.tandem.components.service;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a service's secret comes from. One stack owns a secret and replicates it, so that both regions read one name and
 * one value, and it is paid for once per region.
 *
 * @param kind   who creates it
 * @param region region of the replica, or of the owner; empty when there is neither
 * @param rotation who rotates it, and how often; empty when its owner changes it by hand
 */
public record SecretSource(Kind kind, String region, Optional<Rotation> rotation) {

    /**
     * A function that rotates a secret. Secrets Manager must be allowed to call it, and it to read and write the secret.
     *
     * @param functionArn function in the owner's region
     * @param days        days between two rotations, 1 to 1000
     */
    public record Rotation(String functionArn, int days) {}

    /** Who creates the secret. */
    public enum Kind {
        /** The service has no secret. */
        NONE,
        /** This stack creates it, for this region only. */
        OWNED,
        /** This stack creates it, with a replica in the other region. */
        OWNED_WITH_REPLICA,
        /** The other region's stack creates it; this region has the replica. */
        REPLICA
    }

    /** Rejects nulls. */
    public SecretSource {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(region, "region");
    }

    /** No secret. */
    public static SecretSource none() {
        return new SecretSource(Kind.NONE, "");
    }

    /** A secret of this region alone. */
    public static SecretSource owned() {
        return new SecretSource(Kind.OWNED, "");
    }

    /** A secret created here and replicated to {@code region}, under the customer key there. */
    public static SecretSource ownedWithReplicaIn(String region) {
        return new SecretSource(Kind.OWNED_WITH_REPLICA, region);
    }

    /** The replica of a secret that the stack of {@code region} owns: no resource here, only the right to read it. */
    public static SecretSource replicaOf(String region) {
        return new SecretSource(Kind.REPLICA, region);
    }

    private SecretSource(Kind kind, String region) {
        this(kind, region, Optional.empty());
    }

    /** The same secret, rotated by a function. */
    public SecretSource rotatedBy(String functionArn, int days) {
        return new SecretSource(kind, region, Optional.of(new Rotation(functionArn, days)));
    }

    /** Whether this stack creates the secret. */
    public boolean created() {
        return kind == Kind.OWNED || kind == Kind.OWNED_WITH_REPLICA;
    }

    /** Whether tasks may read a secret here. */
    public boolean readable() {
        return kind != Kind.NONE;
    }
}
