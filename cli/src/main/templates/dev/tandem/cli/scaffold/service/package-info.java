/** The service @name@. */
package dev.tandem.@package@;
