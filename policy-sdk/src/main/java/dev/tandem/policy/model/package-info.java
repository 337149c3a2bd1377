/** What the engine says of resources: values, property paths, resources and the graph of a stack. Knows nothing of rules. */
package dev.tandem.policy.model;
