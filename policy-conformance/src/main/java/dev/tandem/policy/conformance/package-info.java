/** The packs of Pulumi's own policy conformance scenarios, each as small as it can be. */
package dev.tandem.policy.conformance;
