/** How to say a rule, and how to run one: checks, remediations, configuration, and the outcomes. Knows nothing of engines. */
package dev.tandem.policy.rule;
