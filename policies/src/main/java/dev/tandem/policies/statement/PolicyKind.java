package dev.tandem.policies.statement;

/** What a policy document is attached to, which decides what its {@code Resource} and {@code Principal} mean. */
public enum PolicyKind {
    /** Grants rights to the identity it is attached to. */
    IDENTITY,
    /** Says who may assume a role. */
    TRUST,
    /** Attached to a resource: says who may use it; {@code Resource: "*"} is that resource. */
    RESOURCE
}
