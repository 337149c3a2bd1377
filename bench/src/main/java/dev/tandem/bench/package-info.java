/** Measures the policy SDK beside Pulumi's Node SDK: the same checks, resources and calls, in one run. */
package dev.tandem.bench;
