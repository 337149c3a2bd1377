/** The load scripts of the pipeline, run by the real k6 against real Envoys. */
package dev.tandem.e2e.load;
