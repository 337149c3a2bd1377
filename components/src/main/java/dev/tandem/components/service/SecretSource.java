package dev.tandem.components.service;

import java.util.Objects;

/**
 * Where a service's secret comes from. One stack owns a secret and replicates it, so that both regions read one name and
 * one value, and it is paid for once per region.
 *
 * @param kind   who creates it
 * @param region region of the replica, or of the owner; empty when there is neither
 */
public record SecretSource(Kind kind, String region) {

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

    /** Whether this stack creates the secret. */
    public boolean created() {
        return kind == Kind.OWNED || kind == Kind.OWNED_WITH_REPLICA;
    }

    /** Whether tasks may read a secret here. */
    public boolean readable() {
        return kind != Kind.NONE;
    }
}
