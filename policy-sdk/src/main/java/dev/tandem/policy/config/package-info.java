/** Records that rules are configured with: their JSON schema, their defaults, and reading them. Internal. */
package dev.tandem.policy.config;
