/** Waivers: findings that do not stop a deployment, each with a reason, an owner and an end; and the baseline. */
package dev.tandem.policy.waiver;
