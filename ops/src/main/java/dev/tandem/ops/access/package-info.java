/** How the operator's commands reach AWS. */
package dev.tandem.ops.access;
