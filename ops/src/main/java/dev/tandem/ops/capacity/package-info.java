/** How many tasks services may run: taken down by hand as a budget does it, and brought back. */
package dev.tandem.ops.capacity;
