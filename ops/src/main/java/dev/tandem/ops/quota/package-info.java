/** How much of what an account may have is used, and would be at maximum scale. */
package dev.tandem.ops.quota;
