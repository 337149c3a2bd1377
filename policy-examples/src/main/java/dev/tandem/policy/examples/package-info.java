/** Three packs that know nothing of each other, to be read and copied: see policy-sdk/examples. */
package dev.tandem.policy.examples;
