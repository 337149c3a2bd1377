/** What an operator wants to know of a region beyond its routes. */
package dev.tandem.ops.status;
