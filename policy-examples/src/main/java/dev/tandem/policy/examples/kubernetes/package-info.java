/** What the restricted profile of the Kubernetes Pod Security Standards asks of workloads, and pinned images. */
package dev.tandem.policy.examples.kubernetes;
