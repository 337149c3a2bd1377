/** A simulator of AWS for tests of code that calls AWS. */
package dev.tandem.e2e.aws;
