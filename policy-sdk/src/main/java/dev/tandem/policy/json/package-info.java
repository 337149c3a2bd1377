/** The layout that every JSON document of a report has. Internal: the preview's report, which is larger, has it too. */
package dev.tandem.policy.json;
