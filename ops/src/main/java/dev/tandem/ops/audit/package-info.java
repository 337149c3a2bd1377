/** Who did what, before and after, in a log group. */
package dev.tandem.ops.audit;
