/** The policy SDK as others use it: published, started from their own builds, made into a folder, instantiated from its template. */
package dev.tandem.e2e.product;
