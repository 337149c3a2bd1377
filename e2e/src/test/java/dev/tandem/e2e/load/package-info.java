/** The load scripts of the pipeline, run by the real k6 against real Envoys, and what that of the bench counts. */
package dev.tandem.e2e.load;
