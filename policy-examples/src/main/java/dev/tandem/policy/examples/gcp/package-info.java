/** Google Cloud storage: who may read it, where it lies, that it can be brought back. */
package dev.tandem.policy.examples.gcp;
