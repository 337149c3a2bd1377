/** Deployments by which ECS itself brings a new version of a service. */
package dev.tandem.ops.rollout;
