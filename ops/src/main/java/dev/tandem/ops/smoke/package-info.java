/** Asks a deployed service whether it answers. */
package dev.tandem.ops.smoke;
