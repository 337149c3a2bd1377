package dev.tandem.components.foundation;

/** Whether files of the audit trail can be deleted before their time (S3 object lock). */
public enum TrailLock {
    /** By whoever may delete in the bucket; versions stay. */
    NONE,
    /** Only by whoever has the right to pass the lock. */
    GOVERNANCE,
    /** By nobody, the account's root included; a year can only become longer. */
    COMPLIANCE
}
