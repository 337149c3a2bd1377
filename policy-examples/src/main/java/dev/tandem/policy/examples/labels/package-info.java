/** Who pays: labels on whatever can carry them, in three clouds, and names that tell the stack. */
package dev.tandem.policy.examples.labels;
