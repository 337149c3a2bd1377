/** What a plan costs, as plain immutable data, and what a ceiling says about it. */
package dev.tandem.cost.report;
