/** The operator's canary against a simulated AWS, killed at every step. */
package dev.tandem.e2e.canary;
