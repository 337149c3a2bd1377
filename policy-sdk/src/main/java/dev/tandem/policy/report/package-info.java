/** What a policy pack found, as plain data, and the forms in which it is written: text, JSON, SARIF, JUnit, Markdown. */
package dev.tandem.policy.report;
