package dev.tandem.mesh.identity.issue;

/** Where audit records go. */
@FunctionalInterface
public interface AuditLog {

    /**
     * Keeps a record.
     *
     * @throws dev.tandem.mesh.identity.IdentityException when it cannot; then what it records is not used
     */
    void write(AuditRecord entry);
}
