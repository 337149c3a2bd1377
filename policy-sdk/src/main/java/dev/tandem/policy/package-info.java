/**
 * Policies for Pulumi in Java. Begin with {@link dev.tandem.policy.rule.Rule} and {@link dev.tandem.policy.pack.Pack}; what
 * is not marked {@link dev.tandem.policy.PublicApi} may change in any release.
 */
package dev.tandem.policy;
