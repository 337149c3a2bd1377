/** What an operator does to a running mesh: each change is shown first, safe to repeat, and recorded. */
package dev.tandem.ops;
