/** Profiles of persons. */
package dev.tandem.persona;
