/**
 * IAM policy documents as plain data, and roles that cannot be made without a permissions boundary.
 *
 * <p>A document is a list of {@link dev.tandem.components.iam.Statement}s, checked when it is built, and printed as one
 * canonical JSON text, so that the same permissions always give the same bytes. Everything here but
 * {@link dev.tandem.components.iam.BoundedRole} is pure: no Pulumi type, immutable, safe to share between threads.
 */
package dev.tandem.components.iam;
