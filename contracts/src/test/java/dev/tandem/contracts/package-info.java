/** Contracts between services, and that they are kept. */
package dev.tandem.contracts;
