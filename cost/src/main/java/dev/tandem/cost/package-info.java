/** What a plan costs a month in euros, line by line. Knows the resource model and no rules. */
package dev.tandem.cost;
